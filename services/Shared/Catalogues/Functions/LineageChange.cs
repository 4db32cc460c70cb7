namespace Fazhi.Catalogues.Functions;

/// <summary>What happened to the body of a function.</summary>
public enum LineageChange
{
    /// <summary>组建: it had no predecessor of its own.</summary>
    Created,

    /// <summary>更名: the same body under another name.</summary>
    Renamed,

    /// <summary>合并: the former body was taken up in this one.</summary>
    Merged,

    /// <summary>划转: its duties, or the body itself, came from or went to another line of command.</summary>
    Transferred,
}
