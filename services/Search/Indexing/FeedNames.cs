namespace Fazhi.Search.Indexing;

/// <summary>The change feeds, called after the service that each is of.</summary>
internal static class FeedNames
{
    public const string Plans = "plans";
    public const string Reports = "reports";
    public const string Units = "units";
}
