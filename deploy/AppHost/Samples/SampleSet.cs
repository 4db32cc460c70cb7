using Fazhi.Units.V1;
using Google.Protobuf;

namespace Fazhi.AppHost.Samples;

/// <summary>The samples as they lie in a folder: regions.json, units.json (both in the JSON form of the API) and documents/.</summary>
/// <param name="Regions">Regions, those above before those below.</param>
/// <param name="Units">Units of these regions.</param>
/// <param name="Documents">Paths of the documents.</param>
internal sealed record SampleSet(IReadOnlyList<Region> Regions, IReadOnlyList<Unit> Units, IReadOnlyList<string> Documents)
{
    /// <exception cref="AppHostException">The folder is not there or a file of it is not what it should be.</exception>
    public static SampleSet Read(string folder)
    {
        try
        {
            return new SampleSet(
                ListRegionsResponse.Parser.ParseJson(File.ReadAllText(Path.Combine(folder, "regions.json"))).Regions,
                ListUnitsResponse.Parser.ParseJson(File.ReadAllText(Path.Combine(folder, "units.json"))).Units,
                [.. Directory.EnumerateFiles(Path.Combine(folder, "documents")).Order(StringComparer.Ordinal)]);
        }
        catch (Exception error) when (error is IOException or InvalidProtocolBufferException)
        {
            throw new AppHostException($"示例数据 {folder} 无法读取：{error.Message}");
        }
    }
}
