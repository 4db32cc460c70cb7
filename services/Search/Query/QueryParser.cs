using Fazhi.Hosting;
using Fazhi.Search.Indexing;
using Fazhi.Search.Text;

namespace Fazhi.Search.Query;

/// <summary>
/// Reads what a person typed. All but the signs below is text, in which no character has another meaning.
/// <code>
/// all     = item { ["AND"] item }       every one of them
/// item    = ["-" | "NOT"] either        without what has a dash or NOT before it
/// either  = operand { "OR" operand }    one of them
/// operand = word | "phrase" | "(" all ")" | field ":" operand
/// </code>
/// </summary>
internal sealed class QueryParser
{
    /// <summary>The longest query, in UTF-16 code units.</summary>
    public const int MaxLength = 512;

    /// <summary>The most words, phrases and themes of one query.</summary>
    public const int MaxTerms = 32;

    /// <summary>How deep brackets may stand within one another.</summary>
    public const int MaxDepth = 8;

    private readonly List<QueryToken> tokens;
    private readonly ThemeLookup themes;
    private int position;
    private int depth;
    private int terms;

    private QueryParser(List<QueryToken> tokens, ThemeLookup themes) => (this.tokens, this.themes) = (tokens, themes);

    private QueryToken Next => tokens[position];

    /// <summary>What a query asks for, as it was typed; null for an empty one.</summary>
    /// <param name="query">The query.</param>
    /// <param name="themes">The themes that can be named; those of the platform if null.</param>
    /// <exception cref="FazhiException">INVALID_ARGUMENT: it cannot be understood; the message says where and what would be right.</exception>
    public static QueryNode? Parse(string query, ThemeLookup? themes = null)
    {
        ArgumentNullException.ThrowIfNull(query);
        if (query.Length > MaxLength)
            throw QueryErrors.Of($"检索词过长：最多 {MaxLength} 个字符，现有 {query.Length} 个。");
        if (string.IsNullOrWhiteSpace(query))
            return null;
        var parser = new QueryParser(QueryScanner.Scan(query), themes ?? ThemeLookup.BuiltIn);
        return parser.ReadAll("") ?? throw QueryErrors.Of("检索词中没有可以检索的文字：只有标点或符号。");
    }

    // Up to the end of the query, or of the bracket.
    private QueryNode? ReadAll(string field)
    {
        var start = Next.Start;
        List<QueryNode> wanted = [], unwanted = [];
        while (Next.Kind is not (QueryTokenKind.End or QueryTokenKind.Close))
        {
            if (Next.Kind == QueryTokenKind.And)
                ReadAnd(isFirst: wanted.Count + unwanted.Count == 0);
            var excluded = Next.Kind == QueryTokenKind.Not;
            if ((excluded ? ReadExcluded(field) : ReadEither(field)) is { } node && !(excluded ? unwanted : wanted).Contains(node))
                (excluded ? unwanted : wanted).Add(node);
        }
        if (Next.Kind == QueryTokenKind.Close && depth == 0)
            throw QueryErrors.At(Next.Start, "右括号没有与之配对的左括号，请补上左括号或删去它。");
        if (unwanted.Count == 0)
            return wanted.Count == 0 ? null : AllOf(wanted);
        return wanted.Count > 0
            ? new QueryNode.Except(AllOf(wanted), AnyOf(unwanted))
            : throw QueryErrors.At(start, "只有要排除的词，没有要找的词；请在“-”之外再写要找的词，例如：行政复议 -诉讼。");
    }

    private void ReadAnd(bool isFirst)
    {
        var sign = tokens[position++];
        if (isFirst)
            throw QueryErrors.At(sign.Start, "AND 前面没有词；应写成：行政复议 AND 行政应诉。");
        if (Next.Kind is QueryTokenKind.End or QueryTokenKind.Close or QueryTokenKind.And or QueryTokenKind.Or)
            throw QueryErrors.At(sign.Start, "AND 后面没有词；应写成：行政复议 AND 行政应诉。");
    }

    private QueryNode? ReadExcluded(string field)
    {
        var sign = tokens[position++];
        if (Next.Kind is QueryTokenKind.Not or QueryTokenKind.Or or QueryTokenKind.And or QueryTokenKind.End or QueryTokenKind.Close)
            throw QueryErrors.At(sign.Start, $"“{sign.Text}”后面应是要排除的词，例如：行政复议 -诉讼。");
        var node = ReadOperand(field);
        return Next.Kind == QueryTokenKind.Or
            ? throw QueryErrors.At(Next.Start, "要排除的词不能直接与 OR 相连，请加括号，例如：行政复议 -(诉讼 OR 仲裁)。")
            : node;
    }

    private QueryNode? ReadEither(string field)
    {
        if (Next.Kind == QueryTokenKind.Or)
            throw QueryErrors.At(Next.Start, "OR 前面没有词；应写成：行政复议 OR 行政应诉。");
        var first = ReadOperand(field);
        if (Next.Kind != QueryTokenKind.Or)
            return first;

        var nodes = new List<QueryNode>();
        Add(first, Next);
        while (Next.Kind == QueryTokenKind.Or)
        {
            var sign = tokens[position++];
            if (Next.Kind is QueryTokenKind.End or QueryTokenKind.Close or QueryTokenKind.Or)
                throw QueryErrors.At(sign.Start, "OR 后面没有词；应写成：行政复议 OR 行政应诉。");
            if (Next.Kind == QueryTokenKind.Not)
                throw QueryErrors.At(Next.Start, "OR 后面不能是要排除的词；请把“-”写在别处，例如：(行政复议 OR 行政应诉) -诉讼。");
            Add(ReadOperand(field), sign);
        }
        return AnyOf(nodes);

        void Add(QueryNode? node, QueryToken sign)
        {
            if (node is null)
                throw QueryErrors.At(sign.Start, "OR 的一边只有标点，没有可以检索的文字。");
            if (!nodes.Contains(node))
                nodes.Add(node);
        }
    }

    // Null where there is only punctuation.
    private QueryNode? ReadOperand(string field)
    {
        var token = tokens[position++];
        return token.Kind switch
        {
            QueryTokenKind.Open => ReadGroup(token, field),
            QueryTokenKind.Field => ReadField(token, field),
            QueryTokenKind.Word or QueryTokenKind.Phrase => ReadTerm(token, field),
            QueryTokenKind.Close or QueryTokenKind.End => throw QueryErrors.At(token.Start, "这里缺少要检索的词。"),
            _ => throw QueryErrors.At(token.Start, $"这里应是要检索的词，不是“{token.Text}”。"),
        };
    }

    private QueryNode ReadGroup(QueryToken open, string field)
    {
        if (++depth > MaxDepth)
            throw QueryErrors.At(open.Start, $"括号套得过深：最多 {MaxDepth} 层。");
        var node = ReadAll(field);
        if (Next.Kind != QueryTokenKind.Close)
            throw QueryErrors.At(open.Start, "左括号没有与之配对的右括号，请补上右括号或删去它。");
        position++;
        depth--;
        return node ?? throw QueryErrors.At(open.Start, "括号里没有可以检索的文字。");
    }

    private QueryNode ReadField(QueryToken name, string outer)
    {
        var shown = QueryFields.DisplayName(name.Text);
        if (outer.Length > 0)
            throw QueryErrors.At(name.Start, $"“{QueryFields.DisplayName(outer)}：”的括号里不能再写“{shown}：”。");
        if (Next.Kind is not (QueryTokenKind.Word or QueryTokenKind.Phrase or QueryTokenKind.Open))
            throw QueryErrors.At(name.Start, $"“{shown}：”后面没有词；应写成：{shown}：行政复议，或 {shown}：(行政复议 OR 行政应诉)。");
        return ReadOperand(name.Text) ?? throw QueryErrors.At(name.Start, $"“{shown}：”后面只有标点，没有可以检索的文字。");
    }

    private QueryNode? ReadTerm(QueryToken token, string field)
    {
        var phrase = token.Begun ? TokenPhrase.OfBegun(token.Text) : TokenPhrase.Of(token.Text);
        if (phrase is null)
            return null;
        if (++terms > MaxTerms)
            throw QueryErrors.At(token.Start, $"检索词过多：最多 {MaxTerms} 个，请从这里起删去一些。");
        if (field == QueryFields.Theme)
            return ReadTheme(token, phrase);
        return new QueryNode.Phrase(new SearchTerm(token.Text)
        {
            Phrase = phrase,
            Quoted = token.Kind == QueryTokenKind.Phrase,
            Field = field switch
            {
                QueryFields.Title => QueryField.Title,
                QueryFields.Unit => QueryField.Units,
                _ => QueryField.Anywhere,
            },
        });
    }

    private QueryNode ReadTheme(QueryToken token, TokenPhrase phrase)
    {
        var text = token.Text.Trim();
        var found = themes.Find(text);
        if (found.Count > 0)
        {
            var typed = found is [var only] && only.Equals(text, StringComparison.OrdinalIgnoreCase) ? null : new SearchTerm(text) { Phrase = phrase };
            return AnyOf([.. found.Select(id => new QueryNode.Tag(PassageTags.Theme(id)) { Typed = typed })]);
        }
        var near = themes.Near(token.Text);
        throw QueryErrors.At(token.Start, near.Count == 0
            ? $"没有名为“{token.Text}”的主题；请写主题目录中的名称、名称的一部分或编号，例如：主题：行政复议。"
            : $"没有名为“{token.Text}”的主题；相近的主题有：{string.Join('、', near)}。");
    }

    private static QueryNode AllOf(List<QueryNode> nodes) => nodes.Count == 1 ? nodes[0] : new QueryNode.All(nodes);

    private static QueryNode AnyOf(List<QueryNode> nodes) => nodes.Count == 1 ? nodes[0] : new QueryNode.Any(nodes);
}
