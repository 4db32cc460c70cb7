using Fazhi.Search.Query;
using Fazhi.Search.Text;

namespace Fazhi.Search.Fts5;

/// <summary>Tells which documents pass a filter. What many documents share (regions, issuers) is looked at once for all of them.</summary>
internal sealed class DocumentSelection
{
    private readonly DocumentColumns columns;
    private readonly QueryFilter filter;
    private readonly bool[]? regions;
    private readonly bool[]? issuers;
    private readonly int[]? named;

    /// <param name="columns">The documents.</param>
    /// <param name="filter">The filter.</param>
    /// <param name="idsOf">Gives the ids of the documents with some names.</param>
    public DocumentSelection(DocumentColumns columns, QueryFilter filter, Func<IReadOnlyList<string>, IEnumerable<long>> idsOf)
    {
        this.columns = columns;
        this.filter = filter;
        if (filter.Regions.Count > 0)
        {
            var wanted = filter.Regions.ToHashSet(StringComparer.Ordinal);
            regions = columns.Regions.Having(wanted.Contains);
        }
        if (filter.Issuers.Count > 0)
            issuers = columns.Issuers.Having(issuer => TextFolding.Fold(issuer) is var folded && filter.Issuers.Any(name => name.Means(folded)));
        if (filter.Names.Count > 0)
            named = [.. idsOf(filter.Names).Select(columns.Find).Where(document => document >= 0).Order()];
    }

    /// <summary>How many documents come into question.</summary>
    public int Count => named?.Length ?? columns.DocumentCount;

    /// <summary>One of those, in their order.</summary>
    public int this[int place] => named is null ? place : named[place];

    /// <summary>It is there and passes.</summary>
    public bool Admits(int index)
    {
        if (!columns.IsLiving(index))
            return false;
        ref readonly var document = ref columns.Documents[index];
        return (regions is null || regions[document.Regions])
            && (issuers is null || issuers[document.Issuers])
            && HasOne(filter.Levels, document.Level, static value => (int)value)
            && HasOne(filter.Types, document.Type, static value => (int)value)
            && HasOne(filter.PlanKinds, document.PlanKind, static value => (int)value)
            && HasOne(filter.Statuses, document.Status, static value => (int)value)
            && IsWithin(document.FirstYear, document.LastYear);
    }

    private bool IsWithin(int first, int last)
    {
        if (filter.Period is { } period && (first == 0 || first > period.Last || last < period.First))
            return false;
        if (filter.Years.Count == 0)
            return true;
        foreach (var year in filter.Years)
        {
            if (year >= first && year <= last)
                return true;
        }
        return false;
    }

    private static bool HasOne<T>(IReadOnlyList<T> wanted, int value, Func<T, int> number)
    {
        if (wanted.Count == 0)
            return true;
        foreach (var one in wanted)
        {
            if (number(one) == value)
                return true;
        }
        return false;
    }
}
