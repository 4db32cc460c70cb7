using System.Buffers;
using System.Globalization;
using System.Text;

namespace Fazhi.Search.Fts5;

/// <summary>Writes a tag as exactly one token of the engine, different ones for different tags: what FTS5 would fold or end a token at is written as its number.</summary>
internal static class TagToken
{
    private static readonly SearchValues<char> Kept = SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789=./-_");

    public static string Of(string tag)
    {
        if (!tag.AsSpan().ContainsAnyExcept(Kept))
            return tag;
        var token = new StringBuilder(tag.Length);
        foreach (var c in tag)
        {
            if (Kept.Contains(c))
                token.Append(c);
            else
                token.Append(CultureInfo.InvariantCulture, $"%{(int)c:x4}");
        }
        return token.ToString();
    }
}
