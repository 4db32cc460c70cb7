namespace Fazhi.Documents;

/// <summary>The kinds of plan.</summary>
public enum PlanKind
{
    /// <summary>None of the other kinds, or not printed.</summary>
    Other,

    /// <summary>纲要, 规划.</summary>
    Outline,

    /// <summary>实施方案, 实施意见, 工作方案.</summary>
    ImplementationPlan,

    /// <summary>工作要点, 工作安排, 工作计划: usually of one year.</summary>
    KeyPoints,

    /// <summary>任务分解方案, 任务分工, 责任清单.</summary>
    TaskBreakdown,
}
