using Fazhi.Catalogues.Themes;
using FsCheck;
using FsCheck.Fluent;

namespace Fazhi.Catalogues.Tests.Themes;

public sealed class ThemeCatalogueTests
{
    /// <summary>A catalogue of a generation that does not exist; the tests break it in one place each.</summary>
    internal const string Sample = """
        {
          "id": "outline-2099", "name": "岚川省法治建设纲要", "version": "1.2.0", "startYear": 2096, "endYear": 2099,
          "groups": [ { "id": "一", "name": "水利" }, { "id": "二", "name": "林业" } ],
          "themes": [
            { "id": "outline-2099/1", "number": 1, "group": "一", "name": "河堤", "description": "修堤。", "keywords": { "河堤": 8, "“堤坝”": 6 } },
            { "id": "outline-2099/2", "number": 2, "group": "二", "name": "护林", "description": "看山。", "keywords": { "护林员": 8, "河堤": -2 } }
          ]
        }
        """;

    [Fact]
    public void Both_generations_are_built_in()
    {
        var (later, earlier) = (ThemeCatalogue.BuiltIn[0], ThemeCatalogue.BuiltIn[1]);

        Assert.Equal(("outline-2021", 2021, 2025, 9), (later.Id, later.StartYear, later.EndYear, later.Groups.Length));
        Assert.Equal(Enumerable.Range(4, 32).Select(n => $"outline-2021/{n}"), later.Themes.Select(t => t.Id));
        Assert.Equal(("outline-2015", 2015, 2020, 7), (earlier.Id, earlier.StartYear, earlier.EndYear, earlier.Groups.Length));
        Assert.Equal(Enumerable.Range(1, 39).Select(n => $"outline-2015/{n}"), earlier.Themes.Select(t => t.Id));
        Assert.Equal([7, 5, 6, 6, 6, 5, 4], earlier.Groups.Select(g => earlier.Themes.Count(t => t.Group == g.Id)));
    }

    [Fact]
    public void Catalogue_of_a_new_generation_is_read_from_json()
    {
        var result = ThemeCatalogue.Parse(Sample);

        Assert.True(result.Success);
        Assert.Equal(new Version(1, 2, 0), result.Value.Version);
        Assert.Equal([new ThemeKeyword("河堤", 8), new("堤坝", 6)], result.Value.Themes[0].Keywords);
        Assert.True(result.Value.TryGetTheme("outline-2099/2", out var theme));
        Assert.Equal(("护林", "二"), (theme.Name, theme.Group));
    }

    [Theory]
    [InlineData("\"groups\": [", "\"groups\": ", ThemeErrorCode.NotJson, "第 3 行")]
    [InlineData("\"version\": \"1.2.0\", ", "", ThemeErrorCode.Missing, "$.version")]
    [InlineData("1.2.0", "第二版", ThemeErrorCode.BadForm, "$.version")]
    [InlineData("\"id\": \"outline-2099\",", "\"id\": \"Outline 2099\",", ThemeErrorCode.BadForm, "$.id")]
    [InlineData("2096", "\"2096\"", ThemeErrorCode.WrongType, "$.startYear")]
    [InlineData("2096", "1800", ThemeErrorCode.OutOfRange, "$.startYear")]
    [InlineData("\"endYear\": 2099", "\"endYear\": 2090", ThemeErrorCode.OutOfRange, "$.endYear")]
    [InlineData("\"startYear\"", "\"author\": \"某人\", \"startYear\"", ThemeErrorCode.UnknownField, "$")]
    [InlineData("\"startYear\"", "\"name\": \"又一个\", \"startYear\"", ThemeErrorCode.Duplicate, "$.name")]
    [InlineData("\"id\": \"二\"", "\"id\": \"一\"", ThemeErrorCode.Duplicate, "$.groups[1].id")]
    [InlineData("\"group\": \"二\"", "\"group\": \"三\"", ThemeErrorCode.UnknownReference, "$.themes[1].group")]
    [InlineData("outline-2099/2", "outline-2099/1", ThemeErrorCode.Duplicate, "$.themes[1].id")]
    [InlineData("outline-2099/2", "outline-2098/2", ThemeErrorCode.BadForm, "$.themes[1].id")]
    [InlineData("\"修堤。\"", "\" \"", ThemeErrorCode.BadForm, "$.themes[0].description")]
    [InlineData("\"护林员\": 8", "\"护林员\": 11", ThemeErrorCode.OutOfRange, "$.themes[1].keywords[\"护林员\"]")]
    [InlineData("\"护林员\": 8", "\"护林员\": 0", ThemeErrorCode.OutOfRange, "$.themes[1].keywords[\"护林员\"]")]
    [InlineData("\"护林员\": 8", "\"护林员\": 0.5", ThemeErrorCode.WrongType, "$.themes[1].keywords[\"护林员\"]")]
    [InlineData("\"护林员\": 8", "\"护林员\": -8", ThemeErrorCode.Missing, "$.themes[1].keywords")]
    [InlineData("\"护林员\"", "\"林\"", ThemeErrorCode.BadForm, "$.themes[1].keywords[\"林\"]")]
    [InlineData("\"“堤坝”\"", "\"“河 堤”\"", ThemeErrorCode.Duplicate, "$.themes[0].keywords[\"“河 堤”\"]")]
    [InlineData("{ \"护林员\": 8, \"河堤\": -2 }", "[]", ThemeErrorCode.WrongType, "$.themes[1].keywords")]
    [InlineData("护林\"", "\\ud800\"", ThemeErrorCode.NotJson, "$")]
    public void Bad_catalogue_is_told_what_is_wrong_and_where(string good, string bad, ThemeErrorCode code, string path)
    {
        Assert.Contains(good, Sample, StringComparison.Ordinal);
        var result = ThemeCatalogue.Parse(Sample.Replace(good, bad, StringComparison.Ordinal));

        Assert.False(result.Success);
        Assert.Contains(result.Errors, e => e.Code == code && e.Path.StartsWith(path, StringComparison.Ordinal) && e.Message.EndsWith('。'));
    }

    [Fact]
    public void All_that_is_wrong_is_told_at_once() =>
        Assert.Equal(["$.startYear", "$.version", "$.themes[1].group"],
            ThemeCatalogue.Parse(Sample.Replace("2096", "1").Replace("1.2.0", "?").Replace("\"group\": \"二\"", "\"group\": \"?\"")).Errors.Select(e => e.Path));

    [Fact]
    public void Sizes_have_limits()
    {
        var manyWords = string.Join(", ", Enumerable.Range(0, ThemeLimits.Keywords + 1).Select(n => $"\"护林{n}\": 1"));
        var manyGroups = string.Join(", ", Enumerable.Range(0, 2000).Select(_ => "{ \"id\": \"一\", \"name\": \"\" }"));

        Assert.Equal(ThemeErrorCode.TooLarge, Assert.Single(ThemeCatalogue.Parse(Sample.Replace("\"护林员\": 8", manyWords)).Errors).Code);
        Assert.Equal(ThemeErrorCode.TooLarge, Assert.Single(ThemeCatalogue.Parse(Sample + new string(' ', ThemeLimits.Json)).Errors).Code);
        Assert.Equal(ThemeErrorCode.TooLarge, Assert.Single(ThemeCatalogue.Parse(Sample.Replace("看山。", new string('山', ThemeLimits.Description + 1))).Errors).Code);
        Assert.Equal(ThemeLimits.Errors, ThemeCatalogue.Parse(Sample.Replace("\"groups\": [", $"\"groups\": [ {manyGroups}, ")).Errors.Length);
        Assert.Equal(ThemeErrorCode.NotJson, Assert.Single(ThemeCatalogue.Parse(new string('[', 10_000)).Errors).Code);
    }

    [Fact]
    public void No_damage_to_the_data_throws() =>
        Prop.ForAll<int, int, string?>((at, length, put) =>
        {
            var start = (int)((uint)at % Sample.Length);
            var damaged = Sample.Remove(start, Math.Min((int)((uint)length % 40), Sample.Length - start)).Insert(start, put ?? "");
            var result = ThemeCatalogue.Parse(damaged);
            return result.Success == result.Errors.IsEmpty;
        }).QuickCheckThrowOnFailure();
}
