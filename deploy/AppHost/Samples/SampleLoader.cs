using Fazhi.Documents.V1;
using Fazhi.Plans.V1;
using Fazhi.Units.V1;
using Google.Protobuf;
using Grpc.Core;
using Task = System.Threading.Tasks.Task;

namespace Fazhi.AppHost.Samples;

/// <summary>Brings the samples in through the gateway, as any other client would. What is there already stays as it is.</summary>
/// <param name="gateway">Channel to the gateway.</param>
/// <param name="failed">Takes a sentence (Chinese) about each sample that could not be loaded; called from several threads.</param>
internal sealed class SampleLoader(ChannelBase gateway, Action<string> failed)
{
    private const int AtOnce = 4;
    private const int ChunkBytes = 256 * 1024;
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);
    private readonly UnitService.UnitServiceClient _units = new(gateway);
    private readonly PlanService.PlanServiceClient _plans = new(gateway);

    public async Task<SampleCounts> LoadAsync(SampleSet samples, CancellationToken cancellation)
    {
        // A region needs the one above it, and documents are assigned to regions that are known: one kind after the other.
        var regions = await CountAsync(samples.Regions, atOnce: 1, CreateAsync, region => region.DisplayName, cancellation);
        var units = await CountAsync(samples.Units, AtOnce, CreateAsync, unit => unit.DisplayName, cancellation);
        var documents = await CountAsync(samples.Documents, AtOnce, ImportAsync, path => Path.GetFileName(path), cancellation);
        return new SampleCounts(regions, units, documents);
    }

    private async Task<int> CountAsync<T>(IReadOnlyList<T> samples, int atOnce, Func<T, CallOptions, Task> load, Func<T, string> describe, CancellationToken cancellation)
    {
        var loaded = 0;
        var options = new ParallelOptions { MaxDegreeOfParallelism = atOnce, CancellationToken = cancellation };
        await Parallel.ForEachAsync(samples, options, async (sample, cancelled) =>
        {
            try
            {
                await load(sample, new CallOptions(deadline: DateTime.UtcNow + Limit, cancellationToken: cancelled));
                Interlocked.Increment(ref loaded);
            }
            catch (RpcException error) when (error.StatusCode == StatusCode.AlreadyExists)
            {
                Interlocked.Increment(ref loaded);
            }
            catch (RpcException error) when (!cancelled.IsCancellationRequested)
            {
                failed($"{describe(sample)}:{error.Status.Detail}({error.StatusCode})");
            }
        });
        return loaded;
    }

    private async Task CreateAsync(Region region, CallOptions options) =>
        await _units.CreateRegionAsync(new CreateRegionRequest { Region = region }, options);

    private async Task CreateAsync(Unit unit, CallOptions options) =>
        await _units.CreateUnitAsync(new CreateUnitRequest { Unit = unit }, options);

    private async Task ImportAsync(string path, CallOptions options)
    {
        var bytes = await File.ReadAllBytesAsync(path, options.CancellationToken);
        using var call = _plans.ImportDocument(options);
        await call.RequestStream.WriteAsync(new ImportDocumentRequest { Metadata = new ImportMetadata { FileName = Path.GetFileName(path) } });
        foreach (var chunk in bytes.Chunk(ChunkBytes))
            await call.RequestStream.WriteAsync(new ImportDocumentRequest { Chunk = UnsafeByteOperations.UnsafeWrap(chunk) });
        await call.RequestStream.CompleteAsync();
        await call.ResponseAsync;
    }
}
