using Fazhi.Catalogues.Functions;
using Fazhi.Catalogues.Regions;
using Fazhi.Documents;
using Fazhi.Testing;

namespace Fazhi.Units.Tests.Mentions;

/// <summary>The unit mentions of real plans.</summary>
public sealed class SeedMentionTests
{
    [Theory]
    [InlineData("000")]
    [InlineData("004")]
    public void Every_mention_is_single_with_a_function_or_collective(string seed)
    {
        var file = Directory.GetFiles(Repository.Seeds(), seed + "_*").Single();
        var parsed = DocumentReader.Read(File.ReadAllBytes(file)).Document!;
        var catalog = RegionCatalog.BuiltIn;
        var reference = parsed.Region is null ? null : new RegionResolver(catalog).Resolve(parsed.Region.Text).Reference;
        var context = reference is null ? MentionContext.None : MentionContext.Of(catalog, reference);
        var mentions = parsed.Tasks.SelectMany(task => task.UnitLines).SelectMany(line => line.MentionedUnits).Select(mention => mention.Text).Distinct().ToList();
        Assert.NotEmpty(mentions);
        var unclear = mentions.Select(mention => MentionReader.BuiltIn.Read(mention, context))
            .Where(reading => reading.Kind is UnitMentionKind.Unresolved || (reading.Kind is UnitMentionKind.Single && reading.Function.Length == 0 && reading.Suggestions.IsEmpty))
            .Select(reading => reading.Text);
        Assert.Empty(unclear);
    }
}
