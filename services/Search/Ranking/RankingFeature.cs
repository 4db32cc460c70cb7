namespace Fazhi.Search.Ranking;

/// <summary>What a score is made of besides that of the engine: each is a part of that, up to its weight.</summary>
/// <param name="Code">Stable code, UPPER_SNAKE.</param>
/// <param name="Message">What it means.</param>
/// <param name="Weight">The most that it adds to a score of 1.</param>
internal sealed record RankingFeature(string Code, string Message, double Weight)
{
    public static readonly RankingFeature Phrase = new("PHRASE", "正文中有连在一起的整个检索词", 0.8);
    public static readonly RankingFeature Body = new("BODY", "检索词出现在正文中", 0.3);
    public static readonly RankingFeature Complete = new("COMPLETE", "标题和正文中有全部检索词", 0.4);
    public static readonly RankingFeature Near = new("NEAR", "各检索词在正文中离得近", 1.0);
    public static readonly RankingFeature Heading = new("HEADING", "本段的小标题中有检索词", 1.0);
    public static readonly RankingFeature Section = new("SECTION", "上级标题中有检索词", 0.1);
    public static readonly RankingFeature Title = new("TITLE", "文件标题中有检索词", 0.1);
    public static readonly RankingFeature Beginning = new("BEGINNING", "检索词出现在段首", 0.5);
    public static readonly RankingFeature Task = new("TASK", "是一项任务", 0.1);
    public static readonly RankingFeature Theme = new("THEME", "本段最切合所选主题", 0.5);
    public static readonly RankingFeature OtherForm = new("OTHER_FORM", "正文中只有检索词的其他说法", -0.4);
    public static readonly RankingFeature Bare = new("BARE", "只有标题、落款、联系方式之类，没有内容", -0.6);

    /// <summary>All, in the order in which they are told.</summary>
    public static IReadOnlyList<RankingFeature> All { get; } = [Phrase, Body, Complete, Near, Heading, Section, Title, Beginning, Task, Theme, OtherForm, Bare];
}
