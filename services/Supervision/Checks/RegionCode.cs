namespace Fazhi.Supervision.Checks;

/// <summary>Code of a region: six digits of GB/T 2260, or the nine digits of a township's statistical code. The first is not 0.</summary>
internal readonly record struct RegionCode
{
    private RegionCode(string text) => Text = text;

    /// <summary>The digits.</summary>
    public string Text { get; }

    /// <summary>The code, or null when the text is none.</summary>
    public static RegionCode? TryParse(string text) =>
        text.Length is 6 or 9 && text[0] != '0' && text.All(char.IsAsciiDigit) ? new RegionCode(text) : null;

    public override string ToString() => Text;
}
