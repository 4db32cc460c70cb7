namespace Fazhi.Hosting;

/// <summary>Which documents a list has.</summary>
/// <param name="RegionCode">Only documents of this region and all below it; empty for all.</param>
/// <param name="Year">Only documents whose period has this year; 0 for all.</param>
/// <param name="Kind">Only documents of this kind; 0 for all.</param>
/// <param name="Status">Only documents of this status; 0 for all.</param>
/// <param name="Text">Only documents in whose title this occurs; empty for all.</param>
public sealed record DocumentFilter(string RegionCode, int Year, int Kind, int Status, string Text)
{
    /// <summary>Longest <see cref="Text"/>, in UTF-16 code units.</summary>
    public const int MaxTextLength = 200;

    /// <summary>The filter itself, once it makes sense.</summary>
    /// <exception cref="FazhiException">INVALID_ARGUMENT: a field of the request is out of bounds.</exception>
    public DocumentFilter Checked()
    {
        if (Text.Length > MaxTextLength)
            throw FazhiException.InvalidArgument("text", $"不能超过 {MaxTextLength} 个字符，收到 {Text.Length} 个");
        if (Year is < 0 or > 9999)
            throw FazhiException.InvalidArgument("year", $"应为四位数的年份，或 0 表示全部，收到 {Year}");
        return this;
    }
}
