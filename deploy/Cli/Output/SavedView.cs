using System.Globalization;
using Fazhi.Search.V1;
using Spectre.Console;

namespace Fazhi.Cli.Output;

/// <summary>Searches that are kept, and what came to match them.</summary>
internal static class SavedView
{
    /// <param name="terminal">Where to.</param>
    /// <param name="response">The searches.</param>
    /// <param name="typed">A search as it is typed.</param>
    public static void Write(Terminal terminal, ListSavedSearchesResponse response, Func<SearchRequest, string> typed)
    {
        if (response.SavedSearches.Count == 0)
        {
            terminal.WriteLine("没有保存的检索。用 fazhi saved create 保存一个。");
            return;
        }

        // No table: names and searches are long.
        foreach (var saved in response.SavedSearches)
        {
            terminal.Write(Cells.Text(saved.Title, Cells.Bold).Append(saved.NewCount > 0 ? string.Create(CultureInfo.InvariantCulture, $"  新命中 {saved.NewCount}") : "", new Style(Color.Green)));
            terminal.WriteLine();
            terminal.Write(new Padder(Cells.Text($"fazhi search {typed(saved.Search)}"), new Padding(2, 0, 0, 0)));
            var seen = saved.SeenTime is null ? "" : $" · 上次查看 {Words.Of(saved.SeenTime)}";
            terminal.Write(new Padder(Cells.Text($"{saved.Name} · 创建 {Words.Of(saved.CreateTime)}{seen}", Cells.Dim), new Padding(2, 0, 0, 0)));
        }
        Paging.Write(terminal, response.NextPageToken);
    }

    /// <param name="terminal">Where to.</param>
    /// <param name="saved">The search.</param>
    /// <param name="typed">A search as it is typed.</param>
    public static void Write(Terminal terminal, SavedSearch saved, Func<SearchRequest, string> typed)
    {
        terminal.Write(Cells.Text(saved.Title, Cells.Bold));
        terminal.WriteLine();
        (string Label, string Value)[] facts =
        [
            ("编号", saved.Name),
            ("检索", $"fazhi search {typed(saved.Search)}"),
            ("新命中", saved.NewCount.ToString(CultureInfo.InvariantCulture)),
            ("创建", Words.Of(saved.CreateTime)),
            ("上次查看", Words.Of(saved.SeenTime)),
            ("通知地址", saved.WebhookUrl),
            ("待发通知", saved.WebhookWaiting > 0 ? saved.WebhookWaiting.ToString(CultureInfo.InvariantCulture) : ""),
            ("通知错误", saved.WebhookError),
        ];
        var grid = new Grid().AddColumn(new GridColumn().NoWrap()).AddColumn();
        foreach (var (label, value) in facts.Where(fact => fact.Value.Length > 0))
            grid.AddRow(Cells.Text(label, Cells.Dim), Cells.Text(value));
        terminal.Write(grid);
    }

    public static void Write(Terminal terminal, ListMatchesResponse response)
    {
        if (response.Matches.Count == 0)
        {
            terminal.WriteLine("没有后来命中的文件。");
            return;
        }

        terminal.WriteLine(string.Create(CultureInfo.InvariantCulture, $"共 {response.TotalSize} 份文件"));
        foreach (var match in response.Matches)
        {
            terminal.WriteLine();
            terminal.Write(Cells.Text(string.Create(CultureInfo.InvariantCulture, $"{match.Number}. {Words.Of(match.MatchTime)}{(match.New ? " 新" : "")}"), new Style(Color.Green)));
            SearchView.Write(terminal, match.Result, ofDocument: true);
        }
        Paging.Write(terminal, response.NextPageToken);
    }
}
