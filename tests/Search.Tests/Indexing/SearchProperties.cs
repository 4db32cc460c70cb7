using Fazhi.Hosting;
using Fazhi.Search.Query;
using Fazhi.Search.Text;
using FsCheck;
using FsCheck.Fluent;
using static Fazhi.Search.Tests.Indexing.SampleRegions;
using static Fazhi.Search.Tests.Indexing.Samples;

namespace Fazhi.Search.Tests.Indexing;

/// <summary>What holds for every text and every query.</summary>
public sealed class SearchProperties
{
    private static readonly Gen<char> Letter = Gen.Frequency(
        (12, Gen.Elements("法治政府行政复议公开年度推进改革".ToCharArray())),
        (2, Gen.Elements("，。、；（）\n".ToCharArray())),
        (2, Gen.Elements(" 　“”《》".ToCharArray())),
        (2, Gen.Elements("aＺ9０éß".ToCharArray())));

    private static readonly Gen<string> Passages = Gen.NonEmptyListOf(Letter).Select(letters => new string([.. letters]));

    // What FTS5 itself would read as syntax, among other things.
    private static readonly Gen<string> Queries = Gen.ListOf(Gen.Frequency(
        (4, Letter.Select(c => c.ToString())),
        (2, Gen.Elements("\"", "'", "*", "^", "-", "+", ":", "(", ")", "{", "}", "AND", "OR", "NOT", "NEAR(", "title:", "\0", "\uD800", "%", "?", ";--", "$match", " ")),
        (1, ArbMap.Default.GeneratorFor<char>().Select(c => c.ToString())))).Select(string.Concat);

    [Fact]
    public async Task Any_text_as_a_query_has_a_result_or_is_refused_as_invalid()
    {
        await using var fixture = new Fts5Fixture();
        var index = new IndexUnderTest(fixture);
        await index.PutAsync(Plan("a", "要点", Wangxiu, 2024, 2024, "推进行政复议。"));

        Prop.ForAll(Queries.ToArbitrary(), query =>
        {
            try
            {
                return index.SearchAsync(new SearchQuery { Match = QueryParser.Parse(query) }).GetAwaiter().GetResult().TotalDocuments is 0 or 1;
            }
            catch (FazhiException error)
            {
                return error.Code == Grpc.Core.StatusCode.InvalidArgument;
            }
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public async Task Document_is_found_by_every_piece_of_a_passage()
    {
        var pieces =
            from text in Passages
            from start in Gen.Choose(0, text.Length - 1)
            from length in Gen.Choose(1, text.Length - start)
            select (Text: text, Piece: text.Substring(start, length));
        await using var fixture = new Fts5Fixture();
        var index = new IndexUnderTest(fixture);

        Prop.ForAll(pieces.ToArbitrary(), sample =>
        {
            // A word of Latin letters is found whole; quotation marks of a query have a meaning of their own.
            var piece = string.Concat(sample.Piece.Where(c => !"\"“”aＺ9０éß".Contains(c, StringComparison.Ordinal)));
            if (piece != sample.Piece || TokenPhrase.Of(piece) is null)
                return true;

            index.PutAsync(Plan("a", "题", Hidden, 2024, 2024, sample.Text)).GetAwaiter().GetResult();
            return index.SearchAsync(new SearchQuery { Match = Trees.Term(piece) }).GetAwaiter().GetResult().TotalDocuments == 1;
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Highlights_lie_in_the_text_in_order_and_cover_the_term()
    {
        Prop.ForAll(Passages.ToArbitrary(), Passages.ToArbitrary(), (text, term) =>
        {
            if (TokenPhrase.Of(term) is not { } phrase)
                return true;

            var ranges = Highlighter.Find(text, [phrase]);
            var ordered = ranges.Zip(ranges.Skip(1)).All(pair => pair.First.End < pair.Second.Start);
            return ordered && ranges.All(range => range.Start >= 0 && range.Length > 0 && range.End <= text.Length && Covers(text, range, phrase));
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public async Task Passage_is_found_exactly_when_something_in_it_is_marked()
    {
        await using var fixture = new Fts5Fixture();
        var index = new IndexUnderTest(fixture);

        Prop.ForAll(Passages.ToArbitrary(), Gen.Elements("行政", "复议", "年", "法治政府", "a", "公开，年度", "9年").ToArbitrary(), (text, term) =>
        {
            index.PutAsync(Plan("a", "题", Hidden, 2024, 2024, text)).GetAwaiter().GetResult();
            var found = index.SearchAsync(term).GetAwaiter().GetResult().TotalPassages == 1;
            return found == (Highlighter.Find(text, [TokenPhrase.Of(term)!]).Count > 0);
        }).QuickCheckThrowOnFailure();
    }

    // Marked text, cut into tokens, has those of the term one after another.
    private static bool Covers(string text, TextRange range, TokenPhrase phrase)
    {
        var folded = TextFolding.Fold(text.Substring(range.Start, range.Length));
        var tokens = Tokenizer.All(folded);
        return Enumerable.Range(0, tokens.Count).Any(i => phrase.IsAt(folded, tokens, i));
    }
}
