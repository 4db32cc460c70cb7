using Fazhi.Plans.V1;
using Fazhi.Testing;
using Grpc.Core;
using Microsoft.Extensions.Logging;
using Task = System.Threading.Tasks.Task;

namespace Fazhi.Hosting.Tests.Themes;

/// <summary>Services that are started together are not all there at once: nobody is to be warned of that.</summary>
public sealed class ThemeFollowerTests
{
    [Fact]
    public async Task Service_that_is_not_there_yet_is_no_warning_until_that_lasts()
    {
        var log = new RecordedLog();
        var clock = new TestClock();
        using var follower = new Follower(log, clock);

        await follower.StartAsync(TestContext.Current.CancellationToken);
        await Eventually.True(() => follower.Asked >= 3);
        Assert.Empty(log.Entries);

        clock.Ahead = TimeSpan.FromMinutes(1);
        await Eventually.True(() => !log.Entries.IsEmpty);
        var asked = follower.Asked;
        await Eventually.True(() => follower.Asked >= asked + 1);
        await follower.StopAsync(TestContext.Current.CancellationToken);

        var entry = Assert.Single(log.Entries);
        Assert.Equal(LogLevel.Warning, entry.Level);
        Assert.NotNull(entry.Error);
    }

    private sealed class TestClock : TimeProvider
    {
        public TimeSpan Ahead { get; set; }

        public override long GetTimestamp() => base.GetTimestamp() + (long)(Ahead.TotalSeconds * TimestampFrequency);
    }

    private sealed class Nobody : CallInvoker
    {
        public int Asked { get; private set; }

        public override AsyncServerStreamingCall<TResponse> AsyncServerStreamingCall<TRequest, TResponse>(
            Method<TRequest, TResponse> method, string? host, CallOptions options, TRequest request)
        {
            Asked++;
            throw new RpcException(new Status(StatusCode.Unavailable, "Connection refused"));
        }

        public override TResponse BlockingUnaryCall<TRequest, TResponse>(Method<TRequest, TResponse> method, string? host, CallOptions options, TRequest request) =>
            throw new InvalidOperationException();

        public override AsyncUnaryCall<TResponse> AsyncUnaryCall<TRequest, TResponse>(Method<TRequest, TResponse> method, string? host, CallOptions options, TRequest request) =>
            throw new InvalidOperationException();

        public override AsyncClientStreamingCall<TRequest, TResponse> AsyncClientStreamingCall<TRequest, TResponse>(Method<TRequest, TResponse> method, string? host, CallOptions options) =>
            throw new InvalidOperationException();

        public override AsyncDuplexStreamingCall<TRequest, TResponse> AsyncDuplexStreamingCall<TRequest, TResponse>(Method<TRequest, TResponse> method, string? host, CallOptions options) =>
            throw new InvalidOperationException();
    }

    private sealed class Follower : ThemeFollower
    {
        private readonly Nobody nobody;

        public Follower(RecordedLog log, TimeProvider clock)
            : this(new Nobody(), log, clock)
        {
        }

        private Follower(Nobody nobody, RecordedLog log, TimeProvider clock)
            : base(new ThemeService.ThemeServiceClient(nobody), log, clock) => this.nobody = nobody;

        public int Asked => nobody.Asked;

        protected override Task LoadKeptAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        protected override Task TakeAsync(IReadOnlyList<string> loaded, CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
