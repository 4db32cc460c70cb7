using System.Collections.Frozen;
using Fazhi.Units.V1;

namespace Fazhi.Gateway.Browsing;

/// <summary>What the functions of units are called, as the unit service says it. They change with an edition of the data only.</summary>
internal sealed class FunctionNames(PageCalls calls, TimeProvider time)
{
    private const int MaxFunctions = 1000;
    private static readonly TimeSpan Fresh = TimeSpan.FromMinutes(5);

    private volatile Known _known = new(FrozenDictionary<string, string>.Empty, DateTimeOffset.MinValue);

    /// <summary>The names by function id; those that are known where the service does not answer.</summary>
    public async Task<IReadOnlyDictionary<string, string>> GetAsync(CancellationToken cancellationToken)
    {
        var known = _known;
        if (time.GetUtcNow() - known.Since < Fresh)
            return known.Names;
        var answer = await calls.AskAsync("units", call => calls.Units.ListFunctionsAsync(new ListFunctionsRequest { PageSize = MaxFunctions }, call), cancellationToken);
        if (answer.Value is not { Functions.Count: > 0 } list)
            return known.Names;
        _known = new(list.Functions.ToFrozenDictionary(function => function.Id, function => function.DisplayName, StringComparer.Ordinal), time.GetUtcNow());
        return _known.Names;
    }

    private sealed record Known(FrozenDictionary<string, string> Names, DateTimeOffset Since);
}
