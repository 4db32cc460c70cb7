namespace Fazhi.Catalogues.Regions;

/// <summary>The level of a region. The numbers are depths: a deeper region has a higher one.</summary>
public enum RegionLevel
{
    /// <summary>全国, code 000000.</summary>
    Nation = 0,

    /// <summary>省, 自治区, 直辖市, 特别行政区.</summary>
    Province = 1,

    /// <summary>地级市, 地区, 自治州, 盟.</summary>
    Prefecture = 2,

    /// <summary>市辖区, 县, 县级市, 自治县, 旗, 自治旗, 林区, 特区.</summary>
    County = 3,

    /// <summary>镇, 乡, 街道, and what behaves like them: 开发区, 管委会.</summary>
    Township = 4,
}
