using System.Globalization;
using Fazhi.Catalogues;

namespace Fazhi.Documents.Structure;

/// <summary>How a document writes a form of number around the digits: （ and ）, or nothing and 、.</summary>
internal sealed record NumberForm(string Before, string After)
{
    /// <summary>The form of a printed number; null for one whose frame is part of the character (①).</summary>
    public static NumberForm? Read(string printed)
    {
        var start = 0;
        while (start < printed.Length && !IsDigit(printed[start]))
            start++;
        var end = printed.Length;
        while (end > start && !IsDigit(printed[end - 1]))
            end--;
        return end > start ? new(printed[..start], printed[end..]) : null;
    }

    /// <summary>The form of GB/T 9704.</summary>
    public static NumberForm Usual(LabelKind kind) => kind switch
    {
        LabelKind.Han => new("", "、"),
        LabelKind.HanInBrackets or LabelKind.ArabicInBrackets => new("（", "）"),
        LabelKind.ArabicHalfBracket => new("", "）"),
        LabelKind.Chapter => new("第", "章"),
        LabelKind.ChapterSection => new("第", "节"),
        LabelKind.Article => new("第", "条"),
        _ => new("", "."),
    };

    /// <summary>A number in this form.</summary>
    public string Of(Label label) =>
        Before + (label.Kind <= LabelKind.HanInBrackets ? HanNumber.Format(label.Number) : label.Number.ToString(CultureInfo.InvariantCulture)) + After;

    private static bool IsDigit(char c) => HanNumber.Measure([c]) > 0 || char.IsAsciiDigit(Fold.Char(c));
}
