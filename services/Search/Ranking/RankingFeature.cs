namespace Fazhi.Search.Ranking;

/// <summary>What a score is made of besides that of the engine: each is a part of that, up to its weight. Chosen and weighed by the judged queries (tests/Search.Quality).</summary>
/// <param name="Code">Stable code, UPPER_SNAKE.</param>
/// <param name="Message">What it means.</param>
/// <param name="Weight">The most that it adds to a score of 1.</param>
internal sealed record RankingFeature(string Code, string Message, double Weight)
{
    private static int count;

    public static readonly RankingFeature Phrase = new("PHRASE", "正文中有连在一起的整个检索词", 0.8);
    public static readonly RankingFeature Body = new("BODY", "正文中有检索词或其中一部分", 0.7);
    public static readonly RankingFeature Near = new("NEAR", "各检索词在正文中离得近", 3);
    public static readonly RankingFeature Heading = new("HEADING", "各级标题中有检索词或其中一部分", 0.5);
    public static readonly RankingFeature Beginning = new("BEGINNING", "检索词出现在段首", 0.5);
    public static readonly RankingFeature Theme = new("THEME", "本段的主题就是检索词所说的主题", 1);
    public static readonly RankingFeature OtherForm = new("OTHER_FORM", "正文中只有检索词的其他说法", -0.3);
    public static readonly RankingFeature Bare = new("BARE", "只有标题、落款、联系方式之类，没有内容", -0.5);

    /// <summary>Its place in <see cref="All"/>.</summary>
    public int Index { get; } = count++;

    /// <summary>All, in the order in which they are told.</summary>
    public static IReadOnlyList<RankingFeature> All { get; } = [Phrase, Body, Near, Heading, Beginning, Theme, OtherForm, Bare];
}
