namespace Fazhi.Catalogues;

/// <summary>
/// Folds the many forms of marks, digits and characters to one, character by character, so that a position in the folded text is the
/// same position in the text: full width to half width, all brackets around numbers and units to ( ) and [ ], all dashes to -,
/// traditional characters to simplified ones.
/// </summary>
public static class Fold
{
    private static readonly char[] Table = BuildTable();

    /// <summary>The folded form of <paramref name="text"/>, of the same length.</summary>
    public static string Text(string text) => string.Create(text.Length, text, static (target, source) =>
    {
        var table = Table;
        for (var i = 0; i < target.Length; i++)
            target[i] = table[source[i]];
    });

    /// <summary>The folded form of one character.</summary>
    public static char Char(char c) => Table[c];

    private static char[] BuildTable()
    {
        var table = new char[char.MaxValue + 1];
        for (var i = 0; i < table.Length; i++)
            table[i] = (char)i;
        MapVariants(table);
        for (var c = '\uFF01'; c <= '\uFF5E'; c++)
            table[c] = (char)(c - 0xFEE0);
        // Escapes, since many of these look alike: 〔【﹝〖, 〕】﹞〗, ﹙, ﹚, 〈, 〉, dashes, ﹑､, ｡, ﹕∶, ﹔, ﹒, blanks, ›»
        Map(table, "\u3014\u3010\uFE5D\u3016", '[');
        Map(table, "\u3015\u3011\uFE5E\u3017", ']');
        Map(table, "\uFE59", '(');
        Map(table, "\uFE5A", ')');
        Map(table, "\u3008", '《');
        Map(table, "\u3009", '》');
        Map(table, "\u2014\u2013\u2015\u2010\u2011\u2012\u2212\u2500\uFE63", '-');
        Map(table, "\uFE51\uFF64", '、');
        Map(table, "\uFF61", '。');
        Map(table, "\uFE55\u2236", ':');
        Map(table, "\uFE54", ';');
        Map(table, "\uFE52", '.');
        Map(table, "\u00A0\u3000\t", ' ');
        Map(table, "\u203A\u00BB", '>');
        return table;
    }

    private static void MapVariants(char[] table)
    {
        using var data = typeof(Fold).Assembly.GetManifestResourceStream("Characters.variants.tsv")!;
        using var reader = new StreamReader(data);
        while (reader.ReadLine() is { } pair)
            table[pair[0]] = pair[2];
    }

    private static void Map(char[] table, string from, char to)
    {
        foreach (var c in from)
            table[c] = to;
    }
}
