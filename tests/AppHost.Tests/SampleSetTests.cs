using System.Text.Json;
using Fazhi.AppHost.Samples;
using Fazhi.Testing;

namespace Fazhi.AppHost.Tests;

public sealed class SampleSetTests
{
    private static readonly string Folder = Path.Combine(Repository.Root, "deploy", "samples");

    [Fact]
    public void Regions_stand_after_the_one_above_them_and_outside_of_the_standard()
    {
        var codes = SampleSet.Read(Folder).Regions.Select(region => region.Code).ToList();
        Assert.True(codes.Count >= 4);
        Assert.Equal(codes.Order(StringComparer.Ordinal), codes);
        Assert.All(codes, code => Assert.StartsWith("99", code, StringComparison.Ordinal));
    }

    [Fact]
    public void Units_belong_to_the_regions_and_have_different_names()
    {
        var samples = SampleSet.Read(Folder);
        var codes = samples.Regions.Select(region => region.Code).ToHashSet();
        Assert.NotEmpty(samples.Units);
        Assert.All(samples.Units, unit => Assert.Contains(unit.RegionCode, codes));
        Assert.Equal(samples.Units.Count, samples.Units.Select(unit => unit.DisplayName).Distinct().Count());
    }

    [Fact]
    public void Each_document_is_described_once_and_there_are_enough_of_both_kinds()
    {
        using var expected = JsonDocument.Parse(File.ReadAllText(Path.Combine(Folder, "expected.json")));
        var described = expected.RootElement.GetProperty("documents").EnumerateArray().ToList();
        Assert.Equal(
            SampleSet.Read(Folder).Documents.Select(path => Path.GetFileName(path)!),
            described.Select(document => document.GetProperty("file").GetString()!).Order(StringComparer.Ordinal));
        Assert.True(described.Count(document => document.GetProperty("type").GetString() == "plan") >= 8);
        Assert.True(described.Count(document => document.GetProperty("type").GetString() == "report") >= 8);
    }

    [Fact]
    public void Folder_without_samples_is_named_in_the_error()
    {
        using var temp = new TempFolder();
        Assert.Contains(temp.Path, Assert.Throws<AppHostException>(() => SampleSet.Read(temp.Path)).Message, StringComparison.Ordinal);
    }
}
