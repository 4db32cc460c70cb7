using Fazhi.Documents.V1;
using Fazhi.Plans.V1;
using Fazhi.Search.Indexing;
using Fazhi.Search.Passages;
using Fazhi.Search.Query;
using Fazhi.Search.V1;
using Fazhi.Testing;
using Fazhi.Units.V1;
using FsCheck;
using FsCheck.Fluent;
using static Fazhi.Search.Tests.Indexing.SampleRegions;
using static Fazhi.Search.Tests.Indexing.Trees;
using Task = System.Threading.Tasks.Task;

namespace Fazhi.Search.Tests.Indexing;

/// <summary>Every query finds what the plainest reading of it finds.</summary>
public abstract partial class SearchIndexContract
{
    private static readonly FacetField[] AllFacets = [.. Enum.GetValues<FacetField>().Skip(1)];

    private static readonly string[] Themes = ["outline-2021/4", "outline-2021/22", "own-catalogue/A 1", "奇怪的%主题\""];

    private static readonly string[] UnitNames = ["县司法局", "县财政局", "各镇人民政府", "政府办公室 API"];

    private static readonly string[] Functions = ["judicial-administration", "finance", ""];

    private static Gen<T> One<T>(params T[] values) => Gen.Elements(values);

    private static Gen<string> Text(int most) => Gen.Choose(0, most).SelectMany(length => Gen.ArrayOf(
        Gen.Frequency(
            (14, One("行", "政", "复", "议", "公", "开", "法")),
            (2, One("，", "。", "“", "”", "\n", " ")),
            (2, One("api", "AB1", "9", "é", "2024"))),
        length)).Select(string.Concat);

    private static readonly Gen<IndexedUnit> RandomUnit =
        from role in One(UnitRole.Unspecified, UnitRole.Lead, UnitRole.Responsible)
        from name in One(UnitNames)
        from function in One(Functions)
        select new IndexedUnit(role, name, function.Length > 0 ? "望岫" + name : "", function.Length > 0 ? "units/" + function : "", function);

    private static readonly Gen<IndexedPassage> RandomPassage =
        from text in Text(14)
        from heading in Text(5)
        from isTask in One(true, false)
        from themes in Gen.SubListOf(Themes)
        from units in Gen.Choose(0, 2).SelectMany(count => Gen.ArrayOf(RandomUnit, count))
        from days in Gen.Choose(0, 2).SelectMany(count => Gen.ArrayOf(Gen.Choose(0, 20), count))
        from target in One(true, false)
        select new IndexedPassage
        {
            Text = text,
            Headings = heading.Length > 0 ? ["标题", heading] : [],
            Task = isTask ? "plans/x/tasks/1" : "",
            Themes = [.. themes],
            Units = units,
            Deadlines = [.. days.Select(day => new DateOnly(2024, 6, 1).AddDays(day))],
            HasTarget = target,
        };

    private static readonly Gen<IndexedDocument> RandomDocument =
        from title in Text(6)
        from region in One(null, Wangxiu, Qingyan, Yunting, Linlan, Liuxi, Hidden)
        from year in One(0, 2021, 2023, 2024)
        from years in Gen.Choose(0, 2)
        from day in One<DateOnly?>(null, new DateOnly(2023, 5, 1), new DateOnly(2024, 2, 29))
        from kind in One(PlanKind.Unspecified, PlanKind.Outline, PlanKind.KeyPoints)
        from issuers in Gen.SubListOf("望岫县人民政府", "中共望岫县委员会", "ＡＢＣ办公室")
        from passages in Gen.Choose(1, 5).SelectMany(count => Gen.ArrayOf(RandomPassage, count))
        select new IndexedDocument
        {
            Summary = new DocumentSummary
            {
                Title = title,
                Type = kind == PlanKind.Unspecified ? DocumentType.Report : DocumentType.Plan,
                Region = region,
                Period = year == 0 ? null : new Period { StartYear = year, EndYear = year + years },
            },
            PlanKind = kind,
            Status = kind == PlanKind.Unspecified ? PlanStatus.Unspecified : PlanStatus.Issued,
            Date = day,
            Issuers = [.. issuers],
            Passages = [.. passages.Select((passage, i) => passage with { Start = i * 100 })],
        };

    private static readonly Gen<QueryNode> RandomLeaf = Gen.Frequency(
        (6, from text in Text(3).Where(text => Fazhi.Search.Text.TokenPhrase.Of(text) is not null)
            from field in One(QueryField.Anywhere, QueryField.Anywhere, QueryField.Title, QueryField.Units)
            select Term(text, field)),
        (1, One(Prefix("ap"), Prefix("20"), Prefix("a", QueryField.Title), Term("行"), Term("议", QueryField.Title))),
        (1, from name in One("司法局", "财政", "人民政府", "API", "局")
            from role in One(UnitRole.Lead, UnitRole.Responsible)
            select Unit(name, role)),
        (1, from name in One("司法局", "望岫县", "局各镇") select Term(name, QueryField.Units)),
        (2, One(
            [.. Themes.Select(PassageTags.Theme), PassageTags.HasTarget, PassageTags.IsTask, PassageTags.Role(UnitRole.Lead), PassageTags.Function("finance"),
            PassageTags.Function("finance", UnitRole.Lead), PassageTags.Unit("units/finance"), "no such"]).Select(Tag)));

    private static Gen<QueryNode> RandomTree(int depth) => depth == 0 ? RandomLeaf : Gen.Frequency(
        (3, RandomLeaf),
        (2, from nodes in Gen.Choose(1, 3).SelectMany(count => Gen.ArrayOf(RandomTree(depth - 1), count)) select All(nodes)),
        (2, from nodes in Gen.Choose(1, 3).SelectMany(count => Gen.ArrayOf(RandomTree(depth - 1), count)) select Any(nodes)),
        (1, from wanted in RandomTree(depth - 1) from unwanted in RandomTree(depth - 1) select Except(wanted, unwanted)));

    private static Gen<T> Often<T>(T usual, Gen<T> other) => Gen.Frequency((3, Gen.Constant(usual)), (1, other));

    private static readonly Gen<QueryFilter> RandomFilter =
        from regions in Often([], Gen.SubListOf("990000", "990100", "990121", "990121/柳溪镇", "990200"))
        from levels in Often([], Gen.SubListOf(RegionLevel.Prefecture, RegionLevel.County, RegionLevel.Township))
        from types in Often([], Gen.SubListOf(DocumentType.Plan, DocumentType.Report))
        from years in Often([], Gen.SubListOf(2021, 2022, 2024))
        from period in Often(null, One<YearRange?>(new YearRange(2020, 2021), new YearRange(2023, 2024)))
        from kinds in Often([], Gen.SubListOf(PlanKind.Outline, PlanKind.KeyPoints))
        from statuses in Often([], Gen.SubListOf(PlanStatus.Issued, PlanStatus.Repealed))
        from names in Often([], Gen.SubListOf("plans/00", "plans/01", "plans/03", "plans/zz"))
        from issuers in Often([], Gen.SubListOf(new IssuerName("望岫"), new IssuerName("abc"), new IssuerName("委员会"), new IssuerName("望岫县人民政府", IsWhole: true), new IssuerName("人民政府", IsWhole: true)))
        select new QueryFilter
        {
            Regions = [.. regions],
            Levels = [.. levels],
            Types = [.. types],
            Years = [.. years],
            Period = period,
            PlanKinds = [.. kinds],
            Statuses = [.. statuses],
            Names = [.. names],
            Issuers = [.. issuers],
        };

    private static readonly Gen<SearchQuery> RandomQuery =
        from match in Gen.Frequency((1, Gen.Constant<QueryNode?>(null)), (5, RandomTree(3).Select(node => (QueryNode?)node)))
        from besides in Often(null, RandomTree(1).Select(node => (QueryNode?)node))
        from deadline in Often(null, One<DayRange?>(new DayRange(new DateOnly(2024, 6, 3), new DateOnly(2024, 6, 8)), new DayRange(new DateOnly(2024, 6, 21), new DateOnly(2024, 6, 21))))
        from filter in RandomFilter
        from rows in One(ResultRows.Documents, ResultRows.Passages, ResultRows.Tasks)
        from sort in One(SortOrder.Relevance, SortOrder.Newest, SortOrder.Oldest, SortOrder.Region)
        select new SearchQuery { Match = match, Where = besides, Deadline = deadline, Filter = filter, Rows = rows, Sort = sort, Limit = 200, Facets = AllFacets };

    [Fact]
    public async Task Random_queries_over_random_documents_find_exactly_what_the_plainest_reading_finds()
    {
        const int Libraries = 4, Queries = 120, Documents = 14;
        await using var index = await WithAsync();
        for (var round = 0; round < Libraries; round++)
        {
            var documents = RandomDocument.Sample(Documents)
                .Select((document, i) => Named(document, $"plans/{i:00}")).ToArray();
            await index.PutAsync(documents);
            var truth = new ReferenceIndex(documents);
            foreach (var query in RandomQuery.Sample(Queries))
                await AssertTrueAsync(index, truth, query);
        }
    }

    [Fact]
    public async Task Queries_over_a_generated_corpus_find_exactly_what_the_plainest_reading_finds()
    {
        IndexedDocument[] documents = [.. new SearchCorpus(5).Take(120).Select(message => message is Plan plan
            ? IndexedDocuments.Of(plan) : IndexedDocuments.Of((Reports.V1.Report)message))];
        await using var index = await WithAsync(documents);
        var truth = new ReferenceIndex(documents);

        foreach (var match in (QueryNode[])[
            Term("行政执法"), Term("法治政府建设", QueryField.Title), Term("营商环境"), Any(Term("电梯维保"), Term("渔业执法")), Except(Term("政务服务"), Term("监督")), Term("政"), Prefix("20"),
            All(Term("司法局", QueryField.Units), Term("行政复议")), Unit("财政局", UnitRole.Lead), All(Tag(PassageTags.IsTask), Term("培训"))])
        {
            foreach (var rows in (ResultRows[])[ResultRows.Documents, ResultRows.Passages, ResultRows.Tasks])
                await AssertTrueAsync(index, truth, new SearchQuery { Match = match, Rows = rows, Sort = SortOrder.Newest, Limit = SearchQuery.MaxWindow, Facets = AllFacets });
        }
        foreach (var word in (string[])["行政执法", "营商环境", "没有这个词"])
            Assert.InRange((await index.Index.CountAsync([Fazhi.Search.Text.TokenPhrase.Of(word)!], IndexUnderTest.Token)).Single(), truth.Count(Fazhi.Search.Text.TokenPhrase.Of(word)!), int.MaxValue);
    }

    private static IndexedDocument Named(IndexedDocument document, string name)
    {
        document.Summary.Name = name;
        return document;
    }

    private static async Task AssertTrueAsync(IndexUnderTest index, ReferenceIndex truth, SearchQuery query)
    {
        var expected = truth.Search(query);
        var actual = await index.SearchAsync(query);
        var keys = actual.Rows.Select(row => KeyOf(query, row)).ToList();
        var message = $"{query.Rows} {query.Sort} {Written(query.Match)} | {Written(query.Where)} | {query.Deadline}: {expected.TotalDocuments}, {expected.TotalPassages}, [{string.Join(' ', expected.Rows)}] and not {actual.TotalDocuments}, {actual.TotalPassages}, {actual.TotalRows}, [{string.Join(' ', keys)}]";

        Assert.True(expected.TotalDocuments == actual.TotalDocuments && expected.TotalPassages == actual.TotalPassages && expected.Rows.Count == actual.TotalRows, message);
        Assert.True(query is { Sort: SortOrder.Relevance, Match: not null } ? expected.Rows.ToHashSet().SetEquals(keys) : expected.Rows.SequenceEqual(keys), message);
        foreach (var (truly, counted) in expected.Facets.Zip(actual.Facets))
            Assert.True(truly.Field == counted.Field && truly.Values.SequenceEqual(counted.Values), $"{truly.Field} of {message}");
        var scanned = await index.ScanAsync(query);
        Assert.True(keys.SequenceEqual(scanned.Select(row => KeyOf(query, row))), message);
    }

    private static string Written(QueryNode? node) => node switch
    {
        null => "",
        QueryNode.Phrase phrase => $"{phrase.Term.Field}:{phrase.Term.Text}{(phrase.Term.Phrase.LastIsPrefix ? "*" : "")}",
        QueryNode.Tag tag => tag.Value,
        QueryNode.All all => $"({string.Join(" AND ", all.Nodes.Select(Written))})",
        QueryNode.Any any => $"({string.Join(" OR ", any.Nodes.Select(Written))})",
        QueryNode.Except except => $"({Written(except.Wanted)} NOT {Written(except.Unwanted)})",
        _ => node.ToString(),
    };

    private static string KeyOf(SearchQuery query, DocumentHit row) =>
        query.Rows == ResultRows.Documents ? row.Document.Name : $"{row.Document.Name}@{Assert.Single(row.Passages).Passage.Start}";
}
