using System.CommandLine;
using System.Globalization;
using Fazhi.Cli.Connection;
using Fazhi.Cli.Output;
using Fazhi.Documents.V1;
using Grpc.Core;
using static Fazhi.Documents.V1.ReprocessDocumentsResponse.Types;

namespace Fazhi.Cli.Commands;

/// <summary><c>fazhi reprocess [ID…]</c>: lets the server read documents anew from their originals.</summary>
internal static class ReprocessCommand
{
    public static Command Create(SharedOptions shared)
    {
        var names = new Argument<string[]>("NAME") { Description = "plans/编号或 reports/编号；不写则为全部计划和报告", Arity = ArgumentArity.ZeroOrMore };
        var current = new Option<bool>("--all") { Description = "连同已由当前版本解析过的文件" };
        var command = new Command("reprocess", "升级后用原件重新解析计划和报告：编号和人工修正不变；中断后可再次运行。--json 时每份文件输出一行") { names, current };
        names.Validators.Add(result =>
        {
            foreach (var token in result.Tokens.Where(token => DocumentName.Candidates(token.Value).Count > 1))
                result.AddError($"{token.Value} 应写成 plans/编号 或 reports/编号");
        });
        shared.Run(command, async (parsed, session, cancellation) =>
        {
            var chosen = parsed.GetValue(names) ?? [];
            var totals = new Totals();
            foreach (var call in Calls(session.Gateway, chosen, parsed.GetValue(current), cancellation))
            {
                using (call)
                {
                    await foreach (var done in call.ResponseStream.ReadAllAsync(cancellation))
                        Write(session.Terminal, done, totals);
                }
            }

            if (!session.Terminal.IsJson)
                session.Terminal.WriteLine(totals.ToString());
            return totals.Failed == 0 ? ExitCode.Success : ExitCode.Failed;
        });
        return command;
    }

    private static IEnumerable<AsyncServerStreamingCall<ReprocessDocumentsResponse>> Calls(
        Gateway gateway, IReadOnlyCollection<string> names, bool includeCurrent, CancellationToken cancellation)
    {
        var options = Gateway.Long(cancellation);
        var (plans, reports) = (names.Where(DocumentName.IsPlan).ToList(), names.Where(name => !DocumentName.IsPlan(name)).ToList());
        if (names.Count == 0 || plans.Count > 0)
            yield return gateway.Plans.ReprocessDocuments(new ReprocessDocumentsRequest { Names = { plans }, IncludeCurrent = includeCurrent }, options);
        if (names.Count == 0 || reports.Count > 0)
            yield return gateway.Reports.ReprocessDocuments(new ReprocessDocumentsRequest { Names = { reports }, IncludeCurrent = includeCurrent }, options);
    }

    private static void Write(Terminal terminal, ReprocessDocumentsResponse done, Totals totals)
    {
        totals.Add(done.Outcome);
        if (terminal.IsJson)
            terminal.WriteJsonLine(Json.Format(done));
        else if (done.Outcome != Outcome.Unchanged || done.Message.Length > 0)
            terminal.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{done.DoneCount}/{done.TotalCount}  {done.Name}  {Words.Of(done.Outcome)}{(done.Message.Length > 0 ? "：" + done.Message : "")}"));
    }

    private sealed class Totals
    {
        private int _unchanged;
        private int _changed;
        private int _moved;

        public int Failed { get; private set; }

        public void Add(Outcome outcome)
        {
            _unchanged += outcome == Outcome.Unchanged ? 1 : 0;
            _changed += outcome == Outcome.Changed ? 1 : 0;
            _moved += outcome == Outcome.Moved ? 1 : 0;
            Failed += outcome == Outcome.Failed ? 1 : 0;
        }

        public override string ToString() => $"共 {_unchanged + _changed + _moved + Failed} 份：{_changed} 份有变化，{_unchanged} 份无变化，{_moved} 份改了类型，{Failed} 份失败";
    }
}
