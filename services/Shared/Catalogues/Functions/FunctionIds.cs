namespace Fazhi.Catalogues.Functions;

/// <summary>Ids of the functions whose names are made by rules of their own.</summary>
public static class FunctionIds
{
    /// <summary>人民政府 from county up.</summary>
    public const string PeoplesGovernment = "peoples-government";

    /// <summary>乡镇人民政府, 街道办事处.</summary>
    public const string TownshipGovernment = "township-government";

    /// <summary>党委.</summary>
    public const string PartyCommittee = "party-committee";

    /// <summary>人大.</summary>
    public const string PeoplesCongress = "peoples-congress";

    /// <summary>政协.</summary>
    public const string Cppcc = "cppcc";

    /// <summary>村委会, 居委会.</summary>
    public const string VillageCommittee = "village-committee";

    /// <summary>开发区管委会.</summary>
    public const string DevelopmentZone = "development-zone";
}
