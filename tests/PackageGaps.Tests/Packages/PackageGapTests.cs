using System.Text.Json.Nodes;
using System.Xml.Linq;

namespace Fazhi.PackageGaps.Tests.Packages;

/// <summary>The place that gaps take in the build.</summary>
public sealed class PackageGapTests
{
    private static readonly string Gaps = Path.Combine(Repository.Root, "deploy", "package-gaps");

    public static TheoryData<string> Names => [.. Directory.GetDirectories(Gaps).Select(folder => Path.GetFileName(folder)).Where(name => name is not ("bin" or "obj"))];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_gap_has_the_version_of_the_package(string name)
    {
        var central = XDocument.Load(Path.Combine(Repository.Root, "Directory.Packages.props")).Descendants("PackageVersion")
            .Single(package => (string?)package.Attribute("Include") == name);
        var project = XDocument.Load(Path.Combine(Gaps, name, $"{name}.csproj"));

        Assert.Equal((string?)central.Attribute("Version"), project.Descendants("Version").Single().Value);
    }

    [Theory]
    [InlineData("Elastic.Transport", "0.0.0.0")]
    [InlineData("Elastic.Clients.Elasticsearch", "8.0.0.0")]
    public void An_assembly_has_the_identity_of_the_packages(string name, string version)
    {
        var assembly = (name == "Elastic.Transport" ? typeof(ITransport) : typeof(ElasticsearchClient)).Assembly.GetName();

        Assert.Equal((name, version), (assembly.Name, assembly.Version!.ToString()));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task One_property_takes_the_packages_in_place_of_the_gaps(bool official)
    {
        var project = Path.Combine(Repository.Root, "tests", "PackageGaps.Tests", "PackageGaps.Tests.csproj");
        await using var build = ChildProcess.Start(
            Environment.ProcessPath is { } host && Path.GetFileNameWithoutExtension(host) == "dotnet" ? host : "dotnet",
            ["msbuild", project, "-getItem:PackageReference,ProjectReference", $"-p:UseOfficialPackages={official}", "-nodeReuse:false"]);
        Assert.Equal(0, await build.WaitForExitAsync(TimeSpan.FromMinutes(2)));
        var items = JsonNode.Parse(string.Join('\n', build.Lines))!["Items"]!;

        Assert.Equal(official, Identities(items["PackageReference"]!).Contains("Elastic.Clients.Elasticsearch"));
        Assert.Equal(!official, Identities(items["ProjectReference"]!).Any(path => path.EndsWith("Elastic.Clients.Elasticsearch.csproj", StringComparison.Ordinal)));
    }

    private static List<string> Identities(JsonNode items) => [.. items.AsArray().Select(item => (string)item!["Identity"]!)];
}
