namespace Fazhi.Search.Fts5;

/// <summary>What a transaction has changed, as far as it is kept in memory.</summary>
internal sealed class Fts5Delta
{
    public List<(long Id, string Name, ColumnRecord Columns)> Added { get; } = [];

    public List<long> Removed { get; } = [];

    /// <summary>Regions have changed.</summary>
    public bool Regions { get; set; }

    public bool IsEmpty => Added.Count == 0 && Removed.Count == 0 && !Regions;
}
