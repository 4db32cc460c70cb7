namespace Fazhi.Catalogues.Functions;

/// <summary>Which units a collective mention means. The numbers are those of the contract.</summary>
public enum CollectiveKind
{
    /// <summary>It is no collective.</summary>
    None = 0,

    /// <summary>All departments of the region: 区级各部门, 各部门各单位.</summary>
    Departments = 1,

    /// <summary>Some departments of the region, which ones is not said: 县属相关部门.</summary>
    RelatedDepartments = 2,

    /// <summary>The departments that enforce administrative law: 县属各行政执法部门.</summary>
    EnforcementDepartments = 3,

    /// <summary>The towns, townships, sub-districts and 管委会 of the region: 各乡镇（管委会）.</summary>
    Townships = 4,

    /// <summary>The regions directly below, by their governments: 各县（市、区）.</summary>
    RegionsBelow = 5,

    /// <summary>Everyone in the region: 各级各部门, 各乡镇各部门.</summary>
    Everyone = 6,

    /// <summary>The units of one function below the region: 各司法所, 各县（区）市场监管局.</summary>
    OneFunction = 7,

    /// <summary>Parts of one unit: 各股室, 机关各科室.</summary>
    Sections = 8,

    /// <summary>The members of a body for coordination: 各成员单位.</summary>
    Members = 9,

    /// <summary>Villages and neighbourhoods: 各村（社区）.</summary>
    Villages = 10,

    /// <summary>Others: 各国有企业, 各学校.</summary>
    Others = 11,
}
