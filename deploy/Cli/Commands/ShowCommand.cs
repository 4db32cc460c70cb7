using System.CommandLine;
using System.Globalization;
using Fazhi.Cli.Connection;
using Fazhi.Cli.Output;
using Fazhi.Plans.V1;
using Fazhi.Reports.V1;
using Google.Protobuf;

namespace Fazhi.Cli.Commands;

/// <summary><c>fazhi show ID</c></summary>
internal static class ShowCommand
{
    public static Command Create(SharedOptions shared)
    {
        var id = new Argument<string>("ID") { Description = "plans/编号、reports/编号，或只写编号" };
        var text = new Option<bool>("--text") { Description = "显示全文" };
        var original = new Option<string>("--original") { Description = "把导入时的原始文件保存为 FILE（已存在则覆盖）", HelpName = "FILE" };
        var command = new Command("show", "查看一份计划或报告：基本信息、章节、任务及责任单位") { id, text, original };
        shared.Run(command, async (parsed, session, cancellation) =>
        {
            var document = await Lookup.FirstAsync(parsed.GetRequiredValue(id), name => GetAsync(session.Gateway, name, cancellation));
            if (parsed.GetValue(original) is { Length: > 0 } path)
                return await SaveAsync(session, NameOf(document), path, cancellation);
            if (session.Terminal.IsJson)
                session.Terminal.WriteJson(document);
            else
                Write(session.Terminal, document, parsed.GetValue(text));
            return ExitCode.Success;
        });
        return command;
    }

    private static async Task<IMessage> GetAsync(Gateway gateway, string name, CancellationToken cancellation) => DocumentName.IsPlan(name)
        ? await gateway.Plans.GetPlanAsync(new GetPlanRequest { Name = name, View = PlanView.Full }, Gateway.Call(cancellation))
        : await gateway.Reports.GetReportAsync(new GetReportRequest { Name = name, View = ReportView.Full }, Gateway.Call(cancellation));

    private static string NameOf(IMessage document) => document is Plan plan ? plan.Name : ((Report)document).Name;

    private static async Task<int> SaveAsync(Session session, string name, string path, CancellationToken cancellation)
    {
        var size = await OriginalFile.SaveAsync(session.Gateway, name, path, cancellation);
        if (!session.Terminal.IsJson)
            session.Terminal.WriteLine(string.Create(CultureInfo.InvariantCulture, $"已保存 {path}（{size} 字节）"));
        return ExitCode.Success;
    }

    private static void Write(Terminal terminal, IMessage document, bool text)
    {
        if (document is Plan plan)
            DocumentView.Write(terminal, plan, text);
        else
            DocumentView.Write(terminal, (Report)document, text);
    }
}
