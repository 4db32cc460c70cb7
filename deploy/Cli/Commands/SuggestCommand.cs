using System.CommandLine;
using Fazhi.Cli.Commands.Searching;
using Fazhi.Cli.Connection;
using Fazhi.Cli.Output;
using Fazhi.Contracts;
using Fazhi.Search.V1;
using Spectre.Console;

namespace Fazhi.Cli.Commands;

/// <summary><c>fazhi suggest TEXT</c></summary>
internal static class SuggestCommand
{
    private const int Most = 50;

    public static Command Create(SharedOptions shared)
    {
        var text = new Argument<string[]>("TEXT") { Description = "已经输入的文字；补全最后一个词", Arity = ArgumentArity.OneOrMore };
        var kinds = SearchChoices.Suggestions.Many("--kind", "只要这些种类");
        var limit = new Option<int>("--limit")
        {
            Description = $"最多几条，1 到 {Most}",
            HelpName = "N",
            DefaultValueFactory = _ => 10,
            CustomParser = result => Filters.ParseNumber("--limit", 1, Most, result),
        };
        var command = new Command("suggest", "补全检索词：标题、单位、主题、地区和词语") { text, kinds, limit };
        shared.Run(command, async (parsed, session, cancellation) =>
        {
            var response = await session.Gateway.Search.SuggestAsync(
                new SuggestRequest { Text = string.Join(' ', parsed.GetRequiredValue(text)), Limit = parsed.GetValue(limit), Kinds = { parsed.GetRequiredValue(kinds) } },
                Gateway.Call(cancellation));
            if (session.Terminal.IsJson)
                session.Terminal.WriteJson(response);
            else
                Write(session.Terminal, response);
            return ExitCode.Success;
        });
        return command;
    }

    private static void Write(Terminal terminal, SuggestResponse response)
    {
        if (response.Suggestions.Count == 0)
        {
            terminal.WriteLine("没有可补全的内容。");
            return;
        }

        var table = terminal.Table("种类", "检索词", "指的是");
        table.Columns[0].NoWrap();
        foreach (var suggestion in response.Suggestions)
            table.AddRow(Cells.Text(Terms.Of(suggestion.Kind)), Cells.Text(suggestion.Text), Cells.Text(suggestion.Name, Cells.Dim));
        terminal.Write(table);
    }
}
