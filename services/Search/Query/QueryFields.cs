namespace Fazhi.Search.Query;

/// <summary>The fields that can be named in a query.</summary>
internal static class QueryFields
{
    public const string Title = "title";
    public const string Unit = "unit";
    public const string Theme = "theme";

    private static readonly (string Typed, string Name)[] Known =
        [("title", Title), ("标题", Title), ("標題", Title), ("unit", Unit), ("单位", Unit), ("單位", Unit), ("theme", Theme), ("主题", Theme), ("主題", Theme)];

    /// <summary>The field named at the beginning of a text, and how long its name and colon are; null where there is none.</summary>
    public static (string Name, int Length)? At(ReadOnlySpan<char> text)
    {
        foreach (var (typed, name) in Known)
        {
            if (text.Length > typed.Length && text[typed.Length] is (':' or '：') && text.StartsWith(typed, StringComparison.OrdinalIgnoreCase))
                return (name, typed.Length + 1);
        }
        return null;
    }

    /// <summary>What the field is called in messages.</summary>
    public static string DisplayName(string field) => field switch
    {
        Title => "标题",
        Unit => "单位",
        _ => "主题",
    };
}
