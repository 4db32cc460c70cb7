using System.Globalization;
using Fazhi.Contracts;
using Fazhi.Search.V1;
using Spectre.Console;

namespace Fazhi.Cli.Output;

/// <summary>The search index as an operator reads it.</summary>
internal static class IndexView
{
    /// <summary>Everything about it.</summary>
    public static void Write(Terminal terminal, IndexStatus index)
    {
        terminal.WriteLine(index.CountsMissingReason.Length > 0
            ? $"内容暂时不能统计：{index.CountsMissingReason}"
            : string.Create(CultureInfo.InvariantCulture, $"{index.DocumentCount} 份文件，{index.PassageCount} 个段落"));
        if (index.Generation.Length > 0)
            terminal.WriteLine($"版本 {index.Generation}");
        if (index.Reindex is { } reindex)
            terminal.WriteLine($"重建：{Describe(reindex)}");
        terminal.WriteLine();
        WriteFeeds(terminal, index);
    }

    /// <summary>How far it is with each change feed.</summary>
    public static void WriteFeeds(Terminal terminal, IndexStatus index)
    {
        var table = terminal.Table($"变更流（引擎 {index.Engine}）", "连接", "索引");
        foreach (var feed in index.Feeds)
        {
            table.AddRow(
                Cells.Area(feed.Feed),
                feed.Connected ? new Text("已连接", Good) : new Text("未连接", Bad),
                feed.CaughtUp ? new Text("已同步", Good) : Cells.Text(Behind(feed), new Style(Color.Yellow)));
        }
        terminal.Write(table);
    }

    /// <summary>How the building of a new index goes.</summary>
    public static string Describe(ReindexProgress progress) => progress.State switch
    {
        ReindexProgress.Types.State.Running => string.Create(CultureInfo.InvariantCulture, $"进行中，{progress.DocumentCount}{(progress.ExpectedCount > 0 ? $"/{progress.ExpectedCount}" : "")} 份文件"),
        ReindexProgress.Types.State.Done => string.Create(CultureInfo.InvariantCulture, $"完成，新索引有 {progress.DocumentCount} 份文件"),
        ReindexProgress.Types.State.Failed => $"失败，在用的索引没有变：{progress.Error}",
        _ => "没有进行",
    };

    /// <summary>The index held against the stores.</summary>
    public static void Write(Terminal terminal, VerifyIndexResponse response)
    {
        var table = terminal.Table("变更流", "数据", "索引", "结果");
        table.Columns[1].RightAligned();
        table.Columns[2].RightAligned();
        foreach (var feed in response.Feeds)
        {
            table.AddRow(
                Cells.Area(feed.Feed), Cells.Text(feed.StoreCount.ToString(CultureInfo.InvariantCulture)), Cells.Text(feed.IndexCount.ToString(CultureInfo.InvariantCulture)),
                IsEqual(feed) ? new Text("一致", Good) : new Text("不一致", Bad));
        }
        terminal.Write(table);
        foreach (var feed in response.Feeds)
        {
            WriteNames(terminal, $"{Terms.OfArea(feed.Feed)}：索引缺少", feed.Missing);
            WriteNames(terminal, $"{Terms.OfArea(feed.Feed)}：索引多余", feed.Surplus);
            WriteNames(terminal, $"{Terms.OfArea(feed.Feed)}：内容不同", feed.Different);
        }
        terminal.WriteLine(response.Equal ? "索引与数据一致。" : "索引与数据不一致。等变更流同步后再查一次；仍不一致时用 fazhi index rebuild 重建。");
    }

    private static readonly Style Good = new(Color.Green);
    private static readonly Style Bad = new(Color.Red);

    private static bool IsEqual(FeedVerification feed) => feed.StoreHash == feed.IndexHash && feed.StoreCount == feed.IndexCount;

    private static string Behind(FeedStatus feed)
    {
        var lag = feed.LagSeconds > 0 ? string.Create(CultureInfo.InvariantCulture, $"，落后 {feed.LagSeconds:0.#} 秒") : "";
        return $"正在同步{lag}{(feed.LastError.Length > 0 ? $"：{feed.LastError}" : "")}";
    }

    private static void WriteNames(Terminal terminal, string title, IReadOnlyList<string> names)
    {
        if (names.Count == 0)
            return;
        terminal.WriteLine($"{title}（最多列 100 个）");
        foreach (var name in names)
            terminal.WriteLine($"  {name}");
    }
}
