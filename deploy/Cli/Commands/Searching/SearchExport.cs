using System.CommandLine;
using System.Globalization;
using System.Text.Json.Nodes;
using Fazhi.Cli.Connection;
using Fazhi.Search.V1;
using Grpc.Core;

namespace Fazhi.Cli.Commands.Searching;

/// <summary>The options that write the whole result of a search to a file, and how that is done.</summary>
internal sealed class SearchExport
{
    private const string StandardOutput = "-";

    private readonly Option<string> _file = new("--export")
    {
        Description = "把全部结果写入 FILE（.csv、.jsonl 或 .xlsx；已存在则覆盖；- 为标准输出）；不写 --rows 时每行一个段落",
        HelpName = "FILE",
    };
    private readonly Option<ExportFormat> _format = SearchChoices.Formats.One("--format", "导出格式，默认看文件名结尾");

    /// <summary>Lets a command take these options.</summary>
    public void AddTo(Command command)
    {
        command.Options.Add(_file);
        command.Options.Add(_format);
        command.Validators.Add(result =>
        {
            var (file, format) = (result.GetValue(_file), result.GetValue(_format));
            if (file is null && format != ExportFormat.Unspecified)
                result.AddError("--format 要与 --export 一起使用");
            else if (file == "")
                result.AddError("--export 缺少文件名");
            else if (file is not null && FormatOf(file, format) == ExportFormat.Unspecified)
                result.AddError($"看不出 {file} 是什么格式：文件名应以 .csv、.jsonl 或 .xlsx 结尾，或用 --format 指定");
        });
    }

    /// <summary>Whether the result is to be written to a file.</summary>
    public bool IsWanted(ParseResult parsed) => parsed.GetValue(_file) is not null;

    /// <summary>Writes the result: the file is complete, or not there.</summary>
    public async Task<int> RunAsync(ParseResult parsed, Session session, SearchRequest search, CancellationToken cancellation)
    {
        var path = parsed.GetRequiredValue(_file);
        var request = new ExportRequest { Search = search, Format = FormatOf(path, parsed.GetValue(_format)) };
        if (path == StandardOutput)
        {
            if (session.Terminal.IsPerson && request.Format == ExportFormat.Xlsx)
                throw new CliException("xlsx 不是文本，不能显示在终端上：请写入文件，或接上管道");
            await using var output = Console.OpenStandardOutput();
            await CopyAsync(session.Gateway, request, output, _ => { }, cancellation);
            return ExitCode.Success;
        }

        var size = await session.Waiting.ForAsync($"导出 {path}", report =>
            WholeFile.WriteAsync(path, file => CopyAsync(session.Gateway, request, file, report, cancellation)));
        if (session.Terminal.IsJson)
            session.Terminal.WriteJsonLine(new JsonObject { ["file"] = path, ["format"] = SearchChoices.Formats.NameOf(request.Format), ["bytes"] = size }.ToJsonString());
        else
            session.Terminal.WriteLine(string.Create(CultureInfo.InvariantCulture, $"已导出 {path}（{size} 字节）"));
        return ExitCode.Success;
    }

    private static ExportFormat FormatOf(string path, ExportFormat chosen) => chosen != ExportFormat.Unspecified
        ? chosen
        : Path.GetExtension(path).ToLowerInvariant() switch
        {
            ".csv" => ExportFormat.Csv,
            ".jsonl" => ExportFormat.JsonLines,
            ".xlsx" => ExportFormat.Xlsx,
            _ => ExportFormat.Unspecified,
        };

    private static Task<long> CopyAsync(Gateway gateway, ExportRequest request, Stream output, Action<string> report, CancellationToken cancellation) =>
        RefusedQueryException.AskAsync(request.Search, async () =>
        {
            using var call = gateway.Search.Export(request, Gateway.Long(cancellation));
            var size = 0L;
            await foreach (var chunk in call.ResponseStream.ReadAllAsync(cancellation))
            {
                await output.WriteAsync(chunk.Data.Memory, cancellation);
                size += chunk.Data.Length;
                report(string.Create(CultureInfo.InvariantCulture, $"{size / 1024.0:#,0} KB"));
            }
            return size;
        });
}
