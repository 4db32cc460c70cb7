using System.CommandLine;
using Fazhi.Cli.Connection;
using Fazhi.Plans.V1;
using Fazhi.Reports.V1;

namespace Fazhi.Cli.Commands;

/// <summary><c>fazhi delete ID</c></summary>
internal static class DeleteCommand
{
    public static Command Create(SharedOptions shared)
    {
        var id = new Argument<string>("ID") { Description = "plans/编号、reports/编号，或只写编号" };
        var command = new Command("delete", "删除一份计划或报告；同一文件可以再次导入") { id };
        shared.Run(command, async (parsed, session, cancellation) =>
        {
            var name = await Lookup.FirstAsync(parsed.GetRequiredValue(id), candidate => DeleteAsync(session.Gateway, candidate, cancellation));
            if (!session.Terminal.IsJson)
                session.Terminal.WriteLine($"已删除 {name}");
            return ExitCode.Success;
        });
        return command;
    }

    private static async Task<string> DeleteAsync(Gateway gateway, string name, CancellationToken cancellation)
    {
        if (DocumentName.IsPlan(name))
            await gateway.Plans.DeletePlanAsync(new DeletePlanRequest { Name = name }, Gateway.Call(cancellation));
        else
            await gateway.Reports.DeleteReportAsync(new DeleteReportRequest { Name = name }, Gateway.Call(cancellation));
        return name;
    }
}
