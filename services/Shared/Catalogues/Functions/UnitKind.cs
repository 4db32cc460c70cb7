namespace Fazhi.Catalogues.Functions;

/// <summary>Kind of a unit 责任单位. The numbers are those of the contract and of the store.</summary>
public enum UnitKind
{
    /// <summary>Not known.</summary>
    Unspecified = 0,

    /// <summary>政府部门.</summary>
    Government = 1,

    /// <summary>党委部门.</summary>
    Party = 2,

    /// <summary>镇街.</summary>
    Township = 3,

    /// <summary>法院.</summary>
    Court = 4,

    /// <summary>检察院.</summary>
    Procuratorate = 5,

    /// <summary>人大.</summary>
    PeoplesCongress = 6,

    /// <summary>政协.</summary>
    Cppcc = 7,

    /// <summary>群团.</summary>
    MassOrganisation = 8,

    /// <summary>企事业.</summary>
    EnterpriseOrInstitution = 9,
}
