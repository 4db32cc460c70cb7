using System.CommandLine;
using Fazhi.Cli.Import;
using Fazhi.Cli.Output;
using Fazhi.Cli.Parsing;
using Fazhi.Documents;

namespace Fazhi.Cli.Commands;

/// <summary><c>fazhi parse FILE…</c>: reads documents here, without a server.</summary>
internal static class ParseCommand
{
    public static Command Create(SharedOptions shared)
    {
        var paths = new Argument<string[]>("FILE") { Description = "文件或文件夹（含子文件夹，跳过隐藏文件）", Arity = ArgumentArity.OneOrMore };
        var text = new Option<bool>("--text") { Description = "同时给出提取的正文；--json 中的 start 和 length 指正文中的位置（UTF-16 单元）" };
        var command = new Command("parse", "在本机解析文件，不需要服务器：标题、地区、日期、章节、任务、单位、时限、指标、主题、数据。--json 时，一个文件输出一个对象，多个文件每行一个")
        {
            paths, text,
        };
        shared.Run(command, (parsed, session, cancellation) =>
            Task.FromResult(Parse(session.Terminal, parsed.InvocationConfiguration.Error, FileCollector.Collect(parsed.GetRequiredValue(paths)), parsed.GetValue(text), cancellation)));
        return command;
    }

    private static int Parse(Terminal terminal, TextWriter errors, IReadOnlyList<FoundFile> files, bool withText, CancellationToken cancellation)
    {
        if (files.Count == 0)
            throw new CliException("没有可解析的文件（隐藏文件会被跳过）");
        var failed = 0;
        foreach (var (index, file) in files.Index())
        {
            cancellation.ThrowIfCancellationRequested();
            var result = LocalFile.Read(file, cancellation);
            if (result.Success)
                Write(terminal, file, Understanding.Of(result.Document), withText, several: files.Count > 1, first: index == 0);
            else
                failed += Refuse(terminal, errors, file, result.Error, several: files.Count > 1);
        }

        return failed == 0 ? ExitCode.Success : ExitCode.Failed;
    }

    private static void Write(Terminal terminal, FoundFile file, UnderstoodDocument understood, bool withText, bool several, bool first)
    {
        if (terminal.IsJson)
        {
            terminal.WriteJsonLine(ParsedJson.Format(file.Label, understood, withText, indented: !several));
            return;
        }

        if (!first)
            terminal.WriteLine();
        if (several)
            terminal.WriteLine($"—— {file.Label} ——");
        ParsedView.Write(terminal, understood, withText);
    }

    // A program finds the error among the results, a person where errors are.
    private static int Refuse(Terminal terminal, TextWriter errors, FoundFile file, DocumentError error, bool several)
    {
        if (terminal.IsJson)
            terminal.WriteJsonLine(ParsedJson.Format(file.Label, error, indented: !several));
        else
            errors.WriteLine($"错误：{SafeText.Of(file.Label)}：{SafeText.Of(error.Message)}{(error.Offset is { } offset ? $"（第 {offset} 字节）" : "")}");
        return 1;
    }
}
