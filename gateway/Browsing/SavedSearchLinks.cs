namespace Fazhi.Gateway.Browsing;

/// <summary>Addresses of the pages of saved searches.</summary>
internal static class SavedSearchLinks
{
    public const string List = "/searches";

    public const string New = "/searches/new";

    /// <summary>The page of a search: "/searches/ID" for "savedSearches/ID".</summary>
    public static string Of(string name) => $"{List}/{Uri.EscapeDataString(name[(name.LastIndexOf('/') + 1)..])}";

    public static string FeedOf(string name) => Of(name) + "/feed.atom";

    public static string EditOf(string name) => Of(name) + "/edit";
}
