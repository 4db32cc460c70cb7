namespace Elastic.Transport;

/// <summary>One exchange with one node.</summary>
internal sealed record Attempt(string What, string Node, TimeSpan Took, int? HttpStatusCode, string? Error)
{
    public override string ToString() => $"{What} to {Node}: {HttpStatusCode?.ToString() ?? "no answer"}, took {Took}{(Error is null ? "" : $", {Error}")}";
}
