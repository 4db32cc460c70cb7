using Fazhi.EndToEnd.Tests.Importing;
using Fazhi.EndToEnd.Tests.Platform;

namespace Fazhi.EndToEnd.Tests.Clients;

/// <summary>Each program runs once; each of its checks is a test.</summary>
public sealed class ClientTests(ClientTests.Runs runs) : IClassFixture<ClientTests.Runs>
{
    private static readonly string[] OverGrpc =
    [
        "unary", "client_streaming_import", "import_is_findable_within_a_second", "server_streaming_download", "server_streaming_watch_goes_on_live",
        "bidirectional_streaming_reflection", "health", "error_details_not_found", "error_details_invalid_argument", "error_of_a_client_stream",
        "unknown_method", "deadline_exceeded", "cancel", "metadata_ascii_and_binary", "gzip_request",
    ];

    private static readonly string[] OverJson =
    [
        "unary_json", "unary_json_over_http2", "every_service", "grpc_import_is_findable_by_json_within_a_second", "grpc_server_stream",
        "error_with_details", "field_violation", "same_error_as_grpc", "unknown_method", "unknown_service", "malformed_json", "unknown_field",
        "timeout_header", "cancel", "curl_without_the_connect_header", "streaming_method_is_refused_in_words",
    ];

    public static TheoryData<string> GrpcJsChecks => [.. OverGrpc, "cancelled_import_leaves_nothing", "many_calls_on_one_connection"];

    public static TheoryData<string> PythonChecks => [.. OverGrpc];

    public static TheoryData<string> ConnectChecks => [.. OverJson];

    [Theory]
    [MemberData(nameof(GrpcJsChecks))]
    public Task Grpc_js(string check) => AssertPassedAsync(ForeignClient.GrpcJs, check);

    [Theory]
    [MemberData(nameof(PythonChecks))]
    public Task Python_grpcio(string check) => AssertPassedAsync(ForeignClient.Python, check);

    [Theory]
    [MemberData(nameof(ConnectChecks))]
    public Task Connect_es(string check) => AssertPassedAsync(ForeignClient.Connect, check);

    [Fact]
    public async Task No_check_of_a_program_is_left_out()
    {
        Assert.Equal(GrpcJsChecks.Select(row => row.Data).Order(), (await runs.OfAsync(ForeignClient.GrpcJs)).Outcomes.Keys.Order());
        Assert.Equal(PythonChecks.Select(row => row.Data).Order(), (await runs.OfAsync(ForeignClient.Python)).Outcomes.Keys.Order());
        Assert.Equal(ConnectChecks.Select(row => row.Data).Order(), (await runs.OfAsync(ForeignClient.Connect)).Outcomes.Keys.Order());
    }

    private async Task AssertPassedAsync(ForeignClient client, string check)
    {
        var (outcomes, run) = await runs.OfAsync(client);
        Assert.True(outcomes.TryGetValue(check, out var error), $"{check} was not run: {run}");
        Assert.True(error is null, $"{error}\n{run.Errors}");
    }

    /// <summary>One platform, and what each program did with it.</summary>
    public sealed class Runs : IAsyncLifetime
    {
        private readonly EmptyPlatform _platform = new();
        private readonly Dictionary<string, (IReadOnlyDictionary<string, string?> Outcomes, ProgramRun Run)> _runs = [];

        internal async Task<(IReadOnlyDictionary<string, string?> Outcomes, ProgramRun Run)> OfAsync(ForeignClient client)
        {
            if (_runs.TryGetValue(client.Name, out var known))
                return known;
            var run = await client.RunAsync(_platform.Platform.Host.Address, CancellationToken.None);
            return _runs[client.Name] = (ForeignClient.Read(run), run);
        }

        public ValueTask InitializeAsync() => _platform.InitializeAsync();

        public ValueTask DisposeAsync() => _platform.DisposeAsync();
    }
}
