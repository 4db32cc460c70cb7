using System.Text;
using System.Text.RegularExpressions;

namespace Fazhi.Catalogues.Regions;

/// <summary>The words of a mention made ready to be matched: without blanks, without the body that bears the region's name.</summary>
internal static partial class MentionText
{
    /// <summary>Half-width and simplified, without blanks, quotes and zero-width characters.</summary>
    public static string Fold(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var character in text)
        {
            var plain = Catalogues.Fold.Char(character);
            if (!char.IsWhiteSpace(plain) && !char.IsControl(plain) && plain is not ('\u200B' or '\uFEFF' or '“' or '”' or '"' or '《' or '》'))
            {
                folded.Append(plain);
            }
        }

        return folded.ToString();
    }

    /// <summary>中共乌鲁木齐县委员会 → 乌鲁木齐县, 西联镇人民政府 → 西联镇.</summary>
    public static string WithoutBody(string text)
    {
        var region = Body().Replace(Party().Replace(text, ""), "");
        return region.Length > 0 ? region : text;
    }

    /// <summary>True of xx市xx区, ××县, 某市: letters or signs stand where a name belongs.</summary>
    public static bool IsAnonymised(string text) => Hidden().IsMatch(text);

    /// <summary>Where the hidden name begins in an anonymised mention.</summary>
    public static int HiddenAt(string text) => Hidden().Match(text).Index;

    /// <summary>True of what can be a township or behaves like one: 西联镇, 高新技术产业开发区, 管委会.</summary>
    public static bool IsTownshipLike(string text) => text.Length <= 30 && Township().IsMatch(text);

    /// <summary>True of what reads as the name of a region of any level.</summary>
    public static bool IsRegionLike(string text) => IsTownshipLike(text) || (text.Length <= 20 && AnyRegion().IsMatch(text));

    /// <summary>The level that an unregistered name says; null when it says none.</summary>
    public static RegionLevel? LevelOf(string name) => name switch
    {
        _ when IsTownshipLike(name) => RegionLevel.Township,
        [.., '区' or '县' or '旗'] => RegionLevel.County,
        [.., '省'] => RegionLevel.Province,
        [.., '州' or '盟'] => RegionLevel.Prefecture,
        _ => null,
    };

    [GeneratedRegex("^(中共|中国共产党)")]
    private static partial Regex Party();

    [GeneratedRegex("(人民政府(办公厅|办公室)?|政府(办公厅|办公室)?|(?<=[省市县区州盟旗镇乡道])(党工委|党委|委)(办公厅|办公室)?|(?<!管理)委员会(办公厅|办公室)?|(?<=街道)办事处|人大常委会)$")]
    private static partial Regex Body();

    [GeneratedRegex("(?<![A-Za-z])[xX×✕*＊○〇□■某]{1,6}(?=(省|自治区|市|县|区|自治州|州|盟|旗|镇|乡|街道|苏木))")]
    private static partial Regex Hidden();

    [GeneratedRegex("^[\\p{IsCJKUnifiedIdeographs}A-Za-z0-9()·]+(镇|乡|街道|苏木|管委会|管理委员会|开发区|高新区|经开区|新区|园区|工业园|产业园|科技园|示范区|试验区|管理区|合作区|保税区|度假区|风景区|名胜区|农场|林场|牧场|渔场)(办事处|管委会|管理委员会)?$")]
    private static partial Regex Township();

    [GeneratedRegex("^\\p{IsCJKUnifiedIdeographs}+[省市县区州盟旗]$")]
    private static partial Regex AnyRegion();
}
