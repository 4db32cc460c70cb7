namespace Fazhi.Documents.Layout;

/// <summary>
/// Folds the many forms of marks and digits to one, character by character, so that a position in the folded text is the same
/// position in the text: full width to half width, all brackets around numbers and units to ( ) and [ ], all dashes to -.
/// </summary>
internal static class Fold
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
        for (var c = '\uFF01'; c <= '\uFF5E'; c++)
            table[c] = (char)(c - 0xFEE0);
        Map(table, "〔【[﹝〖", '[');
        Map(table, "〕】]﹞〗", ']');
        Map(table, "﹙", '(');
        Map(table, "﹚", ')');
        Map(table, "〈", '《');
        Map(table, "〉", '》');
        Map(table, "—–―‐‑‒−─﹣-", '-');
        Map(table, "﹑、", '、');
        Map(table, "。", '。');
        Map(table, "﹕∶", ':');
        Map(table, "﹔", ';');
        Map(table, "﹒", '.');
        Map(table, "\u00A0\u3000\t", ' ');
        Map(table, "›»", '>');
        return table;
    }

    private static void Map(char[] table, string from, char to)
    {
        foreach (var c in from)
            table[c] = to;
    }
}
