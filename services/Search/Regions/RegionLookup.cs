using Fazhi.Hosting;
using Fazhi.Search.Indexing;

namespace Fazhi.Search.Regions;

/// <summary>Finds the regions that a request names, and the names of those that an answer has, by the regions of the index.</summary>
internal sealed class RegionLookup(SearchIndex index) : IDisposable
{
    private const string Field = "filter.regions";
    private const int MaxTextLength = 100;
    private const int MaxCandidatesShown = 10;

    private readonly SemaphoreSlim loading = new(1, 1);
    private RegionDirectory directory = RegionDirectory.Empty;
    private int wanted = 1;
    private int loaded;

    /// <summary>Regions have changed: the next one who asks has them read again.</summary>
    public void Invalidate() => Interlocked.Increment(ref wanted);

    /// <summary>The regions as they are now.</summary>
    public async Task<RegionDirectory> GetAsync(CancellationToken cancellationToken)
    {
        if (Volatile.Read(ref wanted) == Volatile.Read(ref loaded))
            return Volatile.Read(ref directory);

        await loading.WaitAsync(cancellationToken);
        try
        {
            var version = Volatile.Read(ref wanted);
            if (version != loaded)
            {
                Volatile.Write(ref directory, new RegionDirectory(await index.GetRegionsAsync(cancellationToken)));
                Volatile.Write(ref loaded, version);
            }
            return directory;
        }
        finally
        {
            loading.Release();
        }
    }

    /// <summary>The keys (see <see cref="RegionKey"/>) of regions given by code, name, or the name of a place that documents belong to.</summary>
    /// <exception cref="FazhiException">INVALID_ARGUMENT: not known, or several may be meant. UNAVAILABLE: no region is known yet.</exception>
    public async Task<IReadOnlyList<string>> ResolveAsync(IReadOnlyList<string> texts, CancellationToken cancellationToken)
    {
        if (texts.Count == 0)
            return [];

        var regions = await GetAsync(cancellationToken);
        var keys = new List<string>(texts.Count);
        foreach (var text in texts)
            keys.Add(await ResolveAsync(regions, text.Trim(), cancellationToken));
        return keys;
    }

    public void Dispose() => loading.Dispose();

    private async Task<string> ResolveAsync(RegionDirectory regions, string text, CancellationToken cancellationToken)
    {
        if (text.Length is 0 or > MaxTextLength)
            throw FazhiException.InvalidArgument(Field, $"行政区划的代码或名称应为 1 至 {MaxTextLength} 个字符。");

        var places = (await index.FindPlacesAsync(text, cancellationToken)).Where(key => IsNamed(regions, key, text));
        string[] keys = [.. regions.Find(text).Select(region => region.Code), .. places];
        return keys.Length switch
        {
            1 => keys[0],
            0 when regions.IsEmpty => throw FazhiException.Unavailable(TimeSpan.FromSeconds(1), "行政区划目录尚未就绪，请稍后再试。"),
            0 => throw FazhiException.InvalidArgument(Field, $"没有找到行政区划“{text}”。", "REGION_UNKNOWN"),
            _ => throw FazhiException.InvalidArgument(Field, $"“{text}”可以指多个行政区划：{Describe(regions, keys)}。请用代码或更完整的名称。", "REGION_AMBIGUOUS"),
        };
    }

    // 柳溪镇, 望岫县柳溪镇, 临澜市望岫县柳溪镇, or the key itself.
    private static bool IsNamed(RegionDirectory regions, string key, string text)
    {
        var above = text[..^RegionKey.PlaceOf(key).Length];
        return key == text || above.Length == 0 || regions.IsWithin(RegionKey.CodeOf(key), regions.Find(above));
    }

    private static string Describe(RegionDirectory regions, string[] keys)
    {
        var shown = string.Join('、', keys.Take(MaxCandidatesShown).Select(key => $"{NameOf(regions, key)}（{RegionKey.CodeOf(key)}）"));
        return keys.Length > MaxCandidatesShown ? $"{shown}等 {keys.Length} 个" : shown;
    }

    /// <summary>The name of a region as a person reads it; its code when it is not registered.</summary>
    public static string NameOf(RegionDirectory regions, string key)
    {
        var code = RegionKey.CodeOf(key);
        return (regions[code]?.FullName ?? code) + RegionKey.PlaceOf(key);
    }
}
