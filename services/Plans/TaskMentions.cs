using Fazhi.Plans.V1;
using Fazhi.Units.V1;
using Grpc.Core;
using Task = System.Threading.Tasks.Task;

namespace Fazhi.Plans;

/// <summary>Asks the unit service what the units that tasks name are.</summary>
internal sealed class TaskMentions(UnitService.UnitServiceClient units)
{
    private const int MostMentions = 5000;

    /// <summary>Fills in kind, function, unit, members and suggestions of all mentions of the tasks.</summary>
    /// <param name="plan">The plan: its region says whose units are meant.</param>
    /// <param name="tasks">The tasks.</param>
    /// <param name="remember">Units that are not registered are proposed for registering.</param>
    /// <param name="cancellationToken">Ends the calls.</param>
    public async Task ResolveAsync(Plan plan, IEnumerable<V1.Task> tasks, bool remember, CancellationToken cancellationToken)
    {
        var mentions = tasks.SelectMany(task => task.UnitLines).Where(line => line.Role != UnitRole.Leader).SelectMany(line => line.Mentions).ToLookup(mention => mention.Text, StringComparer.Ordinal);
        foreach (var (index, texts) in mentions.Select(mention => mention.Key).Chunk(MostMentions).Index())
        {
            var request = new ResolveMentionsRequest { RegionCode = plan.Region.Code, Mentions = { texts }, Document = remember && index == 0 ? plan.Name : "" };
            var response = await units.ResolveMentionsAsync(request, cancellationToken: cancellationToken);
            foreach (var resolved in response.Mentions)
            {
                foreach (var mention in mentions[resolved.Text])
                    Take(resolved, mention);
            }
        }
    }

    /// <summary>Takes back what was proposed of a plan that is gone; where the unit service does not answer, the proposals stay until someone dismisses them.</summary>
    public async Task ForgetAsync(string plan, CancellationToken cancellationToken)
    {
        try
        {
            await units.ResolveMentionsAsync(new ResolveMentionsRequest { Document = plan }, cancellationToken: cancellationToken);
        }
        catch (RpcException) when (!cancellationToken.IsCancellationRequested)
        {
            // The plan is gone all the same.
        }
    }

    /// <summary>The same for readers: with the units of today where the unit service answers, as of the import where it does not.</summary>
    public async Task RefreshAsync(Plan plan, IEnumerable<V1.Task> tasks, CancellationToken cancellationToken)
    {
        try
        {
            await ResolveAsync(plan, tasks, remember: false, cancellationToken);
        }
        catch (RpcException error) when (error.StatusCode is StatusCode.Unavailable or StatusCode.DeadlineExceeded or StatusCode.Unimplemented && !cancellationToken.IsCancellationRequested)
        {
            // A plan can be read without the unit service, and beside an older one.
        }
    }

    private static void Take(UnitMention resolved, UnitMention mention)
    {
        mention.Members.Clear();
        mention.Suggestions.Clear();
        mention.MergeFrom(resolved);
        mention.Unit = resolved.Unit;
        mention.Function = resolved.Function;
    }
}
