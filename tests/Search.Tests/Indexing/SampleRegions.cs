using Fazhi.Units.V1;

namespace Fazhi.Search.Tests.Indexing;

/// <summary>The fictional regions, as documents refer to them.</summary>
internal static class SampleRegions
{
    public static readonly RegionRef Wangxiu = new()
    {
        Code = "990121",
        DisplayName = "望岫县",
        FullName = "临澜市望岫县",
        Level = RegionLevel.County,
        AncestorCodes = { "990000", "990100" },
    };

    public static readonly RegionRef Qingyan = new()
    {
        Code = "990102",
        DisplayName = "青砚区",
        FullName = "临澜市青砚区",
        Level = RegionLevel.County,
        AncestorCodes = { "990000", "990100" },
    };

    public static readonly RegionRef Yunting = new()
    {
        Code = "990221",
        DisplayName = "云汀县",
        FullName = "澄湖市云汀县",
        Level = RegionLevel.County,
        AncestorCodes = { "990000", "990200" },
    };

    public static readonly RegionRef Linlan = new()
    {
        Code = "990100",
        DisplayName = "临澜市",
        FullName = "临澜市",
        Level = RegionLevel.Prefecture,
        AncestorCodes = { "990000" },
    };

    /// <summary>柳溪镇 is registered nowhere: only the county that it lies in is.</summary>
    public static readonly RegionRef Liuxi = new()
    {
        Code = "990121",
        DisplayName = "柳溪镇",
        FullName = "临澜市望岫县柳溪镇",
        Level = RegionLevel.Township,
        AncestorCodes = { "990000", "990100" },
        UnregisteredName = "柳溪镇",
    };

    public static readonly RegionRef Hidden = new() { DisplayName = "xx市xx区", FullName = "xx市xx区", Level = RegionLevel.County, Anonymised = true };
}
