namespace Fazhi.Documents;

/// <summary>What a section of a report is about.</summary>
public enum SectionClass
{
    /// <summary>None of the others.</summary>
    Other,

    /// <summary>What stands before the first section, and general introductions.</summary>
    Preamble,

    /// <summary>主要举措和成效, 工作开展情况.</summary>
    Achievements,

    /// <summary>存在问题, 不足.</summary>
    Problems,

    /// <summary>下一步, …年工作安排.</summary>
    NextSteps,

    /// <summary>Signature and what follows it.</summary>
    Signature,
}
