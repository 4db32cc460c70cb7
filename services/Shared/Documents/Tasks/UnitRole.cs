namespace Fazhi.Documents;

/// <summary>What a unit has to do with a task.</summary>
public enum UnitRole
{
    /// <summary>牵头单位, 牵头部门, 主办单位.</summary>
    Lead,

    /// <summary>责任单位, 责任部门, 落实单位, 承办单位.</summary>
    Responsible,

    /// <summary>配合单位, 协同单位, 参加单位.</summary>
    Cooperating,

    /// <summary>协办单位.</summary>
    Assisting,

    /// <summary>责任领导, 牵头领导, 分管领导, 责任人: a person, not a unit.</summary>
    LeaderInCharge,
}
