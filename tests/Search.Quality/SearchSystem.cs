namespace Fazhi.Search.Quality;

/// <summary>Something that finds passages, to be measured.</summary>
internal abstract class SearchSystem : IAsyncDisposable
{
    /// <summary>How many passages are looked at of each.</summary>
    public const int Depth = 50;

    /// <summary>What it is called in tables.</summary>
    public abstract string Name { get; }

    /// <summary>The best passages for a query as a person types it, best first, at most <see cref="Depth"/>.</summary>
    public abstract Task<IReadOnlyList<FoundPassage>> SearchAsync(string query);

    /// <summary>The words of a query alone: what a baseline, which knows no fields, is given.</summary>
    protected static string WordsOf(string query)
    {
        foreach (var field in (string[])["单位：", "unit:", "主题：", "theme:"])
            query = query.Replace(field, "", StringComparison.Ordinal);
        return query;
    }

    /// <summary>Lets go of what it holds.</summary>
    public virtual ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
