using System.Buffers;

namespace Fazhi.Search.Query;

/// <summary>Cuts a query into words and signs.</summary>
internal static class QueryScanner
{
    // A wildcard after fewer characters would find nearly everything.
    private const int ShortestBegun = 2;

    private static readonly SearchValues<char> Quotes = SearchValues.Create("\"“”＂");
    private static readonly SearchValues<char> Signs = SearchValues.Create("\"“”＂()（）|｜");

    /// <summary>The words and signs, and the end behind them.</summary>
    /// <exception cref="Hosting.FazhiException">INVALID_ARGUMENT: a quotation mark without its partner, a wildcard where none can be.</exception>
    public static List<QueryToken> Scan(string query)
    {
        var tokens = new List<QueryToken>();
        var position = 0;
        while (position < query.Length)
        {
            if (char.IsWhiteSpace(query[position]))
                position++;
            else
                position = Read(query, position, tokens);
        }
        tokens.Add(new QueryToken(QueryTokenKind.End, "", query.Length));
        return tokens;
    }

    private static int Read(string query, int start, List<QueryToken> tokens)
    {
        switch (query[start])
        {
            case '(' or '（':
                tokens.Add(new QueryToken(QueryTokenKind.Open, "(", start));
                return start + 1;
            case ')' or '）':
                tokens.Add(new QueryToken(QueryTokenKind.Close, ")", start));
                return start + 1;
            case '|' or '｜':
                tokens.Add(new QueryToken(QueryTokenKind.Or, "|", start));
                return start + 1;
            case var quote when Quotes.Contains(quote):
                return ReadPhrase(query, start, tokens);
            // A dash with a blank after it is punctuation.
            case '-' or '－' when start + 1 < query.Length && !char.IsWhiteSpace(query[start + 1]) && query[start + 1] is not (')' or '）'):
                tokens.Add(new QueryToken(QueryTokenKind.Not, "-", start));
                return start + 1;
        }
        if (QueryFields.At(query.AsSpan(start)) is { } field)
        {
            tokens.Add(new QueryToken(QueryTokenKind.Field, field.Name, start));
            return start + field.Length;
        }
        return ReadWord(query, start, tokens);
    }

    private static int ReadPhrase(string query, int start, List<QueryToken> tokens)
    {
        var length = query.AsSpan(start + 1).IndexOfAny(Quotes);
        if (length < 0)
            throw QueryErrors.At(start, "引号没有与之配对的引号，请补上另一半或删去它。");
        tokens.Add(new QueryToken(QueryTokenKind.Phrase, query.Substring(start + 1, length), start));
        return start + length + 2;
    }

    private static int ReadWord(string query, int start, List<QueryToken> tokens)
    {
        var end = start;
        while (end < query.Length && !char.IsWhiteSpace(query[end]) && !Signs.Contains(query[end]))
            end++;
        var word = query[start..end];
        tokens.Add(Operator(word) is { } kind ? new QueryToken(kind, word, start) : Word(word, start));
        return end;
    }

    /// <summary>What a word in capitals is that joins others; null for all other words.</summary>
    public static QueryTokenKind? Operator(string word) => word switch
    {
        "OR" or "ＯＲ" => QueryTokenKind.Or,
        "AND" or "ＡＮＤ" => QueryTokenKind.And,
        "NOT" or "ＮＯＴ" => QueryTokenKind.Not,
        _ => null,
    };

    private static QueryToken Word(string word, int start)
    {
        var star = word.AsSpan().IndexOfAny('*', '＊');
        if (star < 0)
            return new QueryToken(QueryTokenKind.Word, word, start);
        if (star == 0)
            throw QueryErrors.At(start, "通配符 * 前面没有词，应写在词的末尾，例如 APP*。");
        if (star < word.Length - 1)
            throw QueryErrors.At(start + star, "通配符 * 只能写在词的末尾，例如 APP*。");
        var begun = word[..star];
        var letters = begun.Reverse().TakeWhile(c => char.IsAsciiLetterOrDigit(c) || IsFullWidth(c)).Count();
        if (letters is > 0 and < ShortestBegun)
            throw QueryErrors.At(start + star, $"通配符 * 前至少要有 {ShortestBegun} 个字母或数字，例如 APP*。");
        return new QueryToken(QueryTokenKind.Word, begun, start, Begun: letters > 0);
    }

    private static bool IsFullWidth(char c) => c is >= '０' and <= '９' or >= 'Ａ' and <= 'Ｚ' or >= 'ａ' and <= 'ｚ';
}
