namespace Fazhi.Catalogues.Regions;

/// <summary>
/// A region's code: six digits of GB/T 2260 (two each for province, prefecture, county), or nine for a township, whose last three are
/// given by GB/T 10114 within its county. 000000 is the nation. Two codes are equal when their digits are.
/// </summary>
public readonly record struct RegionCode : IComparable<RegionCode>
{
    /// <summary>The nation as a whole.</summary>
    public static readonly RegionCode Nation = new("000000");

    private readonly string? _digits;

    private RegionCode(string digits) => _digits = digits;

    /// <summary>The six or nine digits.</summary>
    public string Value => _digits ?? Nation.Value;

    /// <summary>The level that the form of the code says.</summary>
    public RegionLevel Level => Value switch
    {
        { Length: 9 } => RegionLevel.Township,
        "000000" => RegionLevel.Nation,
        [_, _, '0', '0', '0', '0'] => RegionLevel.Province,
        [_, _, _, _, '0', '0'] => RegionLevel.Prefecture,
        _ => RegionLevel.County,
    };

    /// <summary>
    /// Codes that can be the parent, the nearest first: a county's prefecture, else its province (districts of municipalities and counties that a
    /// province administers directly have no prefecture). Empty for a province and for the nation.
    /// </summary>
    public IEnumerable<RegionCode> PossibleParents
    {
        get
        {
            if (Level is RegionLevel.Township)
            {
                yield return new RegionCode(Value[..6]);
            }
            else if (Level is RegionLevel.County)
            {
                yield return new RegionCode(string.Concat(Value.AsSpan(0, 4), "00"));
                yield return new RegionCode(string.Concat(Value.AsSpan(0, 2), "0000"));
            }
            else if (Level is RegionLevel.Prefecture)
            {
                yield return new RegionCode(string.Concat(Value.AsSpan(0, 2), "0000"));
            }
        }
    }

    /// <summary>Reads six or nine ASCII digits; false for anything else, and for a province part of 01–10, which the standard never gives out.</summary>
    public static bool TryParse(string? text, out RegionCode code)
    {
        code = default;
        if (text is not { Length: 6 or 9 } || text.AsSpan().ContainsAnyExceptInRange('0', '9'))
        {
            return false;
        }

        var isNation = text == "000000";
        if ((text[0] == '0' && !isNation) || text is [.., '0', '0', '0'] and { Length: 9 })
        {
            return false;
        }

        code = new RegionCode(text);
        return true;
    }

    /// <summary>Like <see cref="TryParse"/>; throws <see cref="FormatException"/>.</summary>
    public static RegionCode Parse(string text) =>
        TryParse(text, out var code) ? code : throw new FormatException($"'{text}' is not a region code of 6 or 9 digits.");

    /// <inheritdoc/>
    public int CompareTo(RegionCode other) => string.CompareOrdinal(Value, other.Value);

    /// <inheritdoc/>
    public override string ToString() => Value;
}
