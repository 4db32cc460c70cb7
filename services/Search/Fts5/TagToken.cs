using System.Globalization;
using System.Text;

namespace Fazhi.Search.Fts5;

/// <summary>Writes a tag as exactly one token of the engine, different ones for different tags: what FTS5 would fold or end a token at is written as its number.</summary>
internal static class TagToken
{
    public static string Of(string tag)
    {
        var token = new StringBuilder(tag.Length);
        foreach (var c in tag)
        {
            if (char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c is '=' or '.' or '/' or '-' or '_')
                token.Append(c);
            else
                token.Append(CultureInfo.InvariantCulture, $"%{(int)c:x4}");
        }
        return token.ToString();
    }
}
