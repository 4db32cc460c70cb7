namespace Fazhi.Cli.Connection;

/// <summary>Resource names as a user writes them: <c>plans/x</c>, <c>reports/x</c>, or the bare id.</summary>
internal static class DocumentName
{
    private const string Plans = "plans/";
    private const string Reports = "reports/";

    /// <summary>The names that are meant, to be tried in this order.</summary>
    public static IReadOnlyList<string> Candidates(string id) =>
        id.StartsWith(Plans, StringComparison.Ordinal) || id.StartsWith(Reports, StringComparison.Ordinal)
            ? [id]
            : [Plans + id, Reports + id];

    public static bool IsPlan(string name) => name.StartsWith(Plans, StringComparison.Ordinal);
}
