using System.CommandLine;
using Fazhi.Cli.Connection;
using Fazhi.Search.V1;

namespace Fazhi.Cli.Commands.Searching;

/// <summary>What makes a search: words, filters, and how the words are meant. Searching, exporting, explaining and keeping a search share it.</summary>
internal sealed class QueryOptions
{
    private const int LongestTitle = 100;

    private readonly Argument<string[]> _query = new("QUERY")
    {
        Description = "检索式。空格隔开的词须同时出现；\"…\" 为短语；OR 或 | 为任一；-词 为排除；（）分组；标题： 单位： 主题： 只查该项；字母或数字之后可用 * 代表其余。省略则为符合条件的全部文件",
        Arity = ArgumentArity.ZeroOrMore,
    };
    private readonly FilterOptions _filter = new();
    private readonly Option<bool> _literal = new("--literal") { Description = "只按所写的词查：不扩展到其他写法，没有结果时也不放宽" };

    /// <summary>Lets a command take these arguments and options.</summary>
    public void AddTo(Command command)
    {
        command.Arguments.Add(_query);
        _filter.AddTo(command);
        command.Options.Add(_literal);
    }

    /// <summary>The search that was asked for.</summary>
    /// <exception cref="CliException">A theme is not known.</exception>
    public async Task<SearchRequest> ReadAsync(ParseResult parsed, Gateway gateway, CancellationToken cancellation) => new()
    {
        Query = string.Join(' ', parsed.GetValue(_query) ?? []),
        Filter = await _filter.ReadAsync(parsed, gateway, cancellation),
        Literal = parsed.GetValue(_literal),
    };

    /// <summary>A search in words, as the pages call one that is kept: 行政复议，望岫县，2024年; empty for one of everything.</summary>
    public string Title(ParseResult parsed, SearchRequest search)
    {
        IEnumerable<string> parts = [search.Query, .. _filter.Words(parsed, search.Filter), search.Literal ? "只按原词检索" : ""];
        var title = string.Join('，', parts.Where(part => part.Length > 0));
        return title[..Math.Min(title.Length, LongestTitle)];
    }

    /// <summary>A search as it is typed after <c>fazhi search</c>.</summary>
    public static string Write(SearchRequest search)
    {
        IEnumerable<string> words =
        [
            .. search.Query.Length > 0 ? [ShellWord.Of(search.Query)] : Array.Empty<string>(),
            .. FilterOptions.Write(search.Filter ?? new SearchFilter()),
            .. search.Literal ? ["--literal"] : Array.Empty<string>(),
        ];
        return string.Join(' ', words);
    }
}
