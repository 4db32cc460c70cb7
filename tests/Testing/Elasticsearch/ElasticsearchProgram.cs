using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace Fazhi.Testing;

/// <summary>The Elasticsearch server that tests start, and one running process of it.</summary>
internal sealed class ElasticsearchProgram : IAsyncDisposable
{
    /// <summary>Of each node that is waited for: it is there after some seconds, but on a machine that builds at the same time it takes far longer.</summary>
    private static readonly TimeSpan StartDeadline = TimeSpan.FromSeconds(90);

    /// <summary>The node ends with the test run, even one that is killed: its standard input then ends.</summary>
    private const string EndsWithItsParent = """exec 3<&0; "$@" </dev/null & node=$!; { cat <&3 >/dev/null; kill -9 $node; } 2>/dev/null & wait $node""";

    private readonly ChildProcess process;

    private ElasticsearchProgram(ChildProcess process) => this.process = process;

    /// <summary>The server that runs already, if <c>FAZHI_ELASTICSEARCH</c> is its URL.</summary>
    public static Uri? Running => Uri.TryCreate(Given, UriKind.Absolute, out var url) && url.Scheme.StartsWith("http", StringComparison.Ordinal) ? url : null;

    private static string? Given => Environment.GetEnvironmentVariable("FAZHI_ELASTICSEARCH");

    /// <summary>
    /// The folder of the server: <c>FAZHI_ELASTICSEARCH</c> if it names one, else <c>../shared/elasticsearch</c> beside the project. It is not part of the
    /// project: without it, or without Java, the test is skipped, saying so.
    /// </summary>
    public static string Folder()
    {
        var folder = string.IsNullOrEmpty(Given) || Running is not null ? Path.GetFullPath(Path.Combine(Repository.Root, "..", "shared", "elasticsearch")) : Given;
        var found = Optional.Require(
            File.Exists(Path.Combine(folder, "start")) ? folder : null, $"no Elasticsearch at {folder} (FAZHI_ELASTICSEARCH: its folder, or the URL of one that runs)");
        Java();
        return found;
    }

    /// <summary>Starts a node; it is not yet ready.</summary>
    /// <param name="data">Its folder.</param>
    /// <param name="heap">Such as <c>512m</c>.</param>
    /// <param name="configuration">A configuration folder in place of the usual one.</param>
    /// <param name="settings">As <c>name=value</c>.</param>
    public static ElasticsearchProgram Start(string data, string heap, string? configuration, IEnumerable<string> settings)
    {
        var environment = new Dictionary<string, string> { ["ES_DATA"] = data, ["ES_HEAP"] = heap, ["JAVA_HOME"] = Path.GetFullPath(Path.Combine(Java(), "..", "..")) };
        if (configuration is not null)
            environment["ES_CONF"] = configuration;
        return new ElasticsearchProgram(ChildProcess.Start(
            "/bin/bash", ["-c", EndsWithItsParent, "node", Path.Combine(Folder(), "start"), "cluster.routing.allocation.disk.threshold_enabled=false", .. settings], environment));
    }

    /// <summary>Starts anew, with other ports, when a node ended by itself: another program may have taken its port meanwhile.</summary>
    public static async Task<T> WithFreePortsAsync<T>(Func<Task<T>> start)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await start();
            }
            catch (InvalidOperationException) when (attempt < 3)
            {
                // The last one says what the node printed.
            }
        }
    }

    /// <summary>Waits until the node answers and its cluster has this many nodes.</summary>
    public async Task WaitUntilReadyAsync(HttpClient http, int nodes = 1)
    {
        try
        {
            await Eventually.True(() => IsReadyAsync(http, nodes), nodes * StartDeadline, $"{nodes} nodes of Elasticsearch at {http.BaseAddress}");
        }
        catch (TimeoutException error)
        {
            throw new TimeoutException($"{error.Message}\n{LastLines}");
        }
    }

    /// <summary>SIGKILL to the node.</summary>
    public ValueTask DisposeAsync() => process.DisposeAsync();

    private static string Java() => Optional.Program("FAZHI_JAVA", "java");

    private string LastLines => string.Join('\n', process.Lines.TakeLast(15));

    private async Task<bool> IsReadyAsync(HttpClient http, int nodes)
    {
        if (process.HasExited)
            throw new InvalidOperationException($"Elasticsearch ended with {process.ExitCode}:\n{LastLines}");
        try
        {
            var health = await http.GetFromJsonAsync<JsonObject>($"/_cluster/health?wait_for_nodes={nodes}&timeout=1s", TestContext.Current.CancellationToken);
            return (int?)health?["number_of_nodes"] == nodes && (bool?)health["timed_out"] == false;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }
}
