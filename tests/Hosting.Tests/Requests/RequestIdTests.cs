using Fazhi.Hosting.Tests.Host;
using Fazhi.Hosting.Tests.V1;
using Fazhi.Testing;
using Grpc.Core;

namespace Fazhi.Hosting.Tests.Requests;

public sealed class RequestIdTests : IAsyncLifetime
{
    private readonly TempFolder folder = new();
    private readonly MovableClock clock = new();
    private SqliteStore store = null!;
    private RequestIds ids = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync()
    {
        store = SqliteStore.Open(folder["notes.db"], typeof(EchoHost).Assembly);
        ids = new RequestIds(clock);
        return ValueTask.CompletedTask;
    }

    public async ValueTask DisposeAsync()
    {
        await store.DisposeAsync();
        await folder.DisposeAsync();
    }

    [Fact]
    public async Task Second_request_with_the_same_id_finds_what_the_first_made()
    {
        Assert.Null(await Find("id-1", "a"));
        await Save("id-1", "a", "notes/1");
        Assert.Equal("notes/1", await Find("id-1", "a"));
        Assert.Null(await Find("id-2", "a"));
    }

    [Fact]
    public async Task Same_id_with_other_content_is_refused()
    {
        await Save("id-1", "a", "notes/1");
        var error = await Assert.ThrowsAsync<FazhiException>(() => Find("id-1", "b"));
        Assert.Equal((StatusCode.InvalidArgument, "REQUEST_ID_REUSED"), (error.Code, error.Reason));
    }

    [Fact]
    public async Task Request_without_an_id_is_always_the_first()
    {
        await Save("", "a", "notes/1");
        Assert.Null(await Find("", "a"));
    }

    [Fact]
    public async Task Id_is_forgotten_after_a_week()
    {
        await Save("id-1", "a", "notes/1");
        clock.Now += TimeSpan.FromDays(6);
        Assert.Equal("notes/1", await Find("id-1", "a"));
        clock.Now += TimeSpan.FromDays(2);
        Assert.Null(await Find("id-1", "b"));
        await Save("id-1", "b", "notes/2");
        Assert.Equal("notes/2", await Find("id-1", "b"));
    }

    [Theory]
    [InlineData("has space")]
    [InlineData("编号")]
    [InlineData("0123456789012345678901234567890123456789012345678901234567890123456789")]
    public async Task Text_that_is_no_id_is_refused(string id)
    {
        var error = await Assert.ThrowsAsync<FazhiException>(() => Find(id, "a"));
        Assert.Equal("request_id", Assert.Single(error.FieldViolations).Field);
    }

    [Fact]
    public void Etag_changes_with_content_and_revision_and_not_with_itself()
    {
        var echo = new EchoResponse { Text = "a" };
        var etag = Etag.Of(echo);
        echo.Etag = etag;
        Assert.Equal(etag, Etag.Of(echo));
        Assert.NotEqual(etag, Etag.Of(new EchoResponse { Text = "b" }));
        Assert.NotEqual(Etag.Of("notes/1", 1), Etag.Of("notes/1", 2));
        Assert.NotEqual(Etag.Of("notes/1", 1), Etag.Of("notes/2", 1));
    }

    [Fact]
    public void Etag_is_checked_only_when_given()
    {
        Etag.Check("now", "", "Note", "notes/1");
        Etag.Check("now", "now", "Note", "notes/1");
        var error = Assert.Throws<FazhiException>(() => Etag.Check("now", "before", "Note", "notes/1"));
        Assert.Equal((StatusCode.Aborted, "ETAG_MISMATCH"), (error.Code, error.Reason));
    }

    private Task<string?> Find(string id, string text) =>
        store.WriteAsync((_, transaction) => ids.Find(transaction, id, Request(id, text)), Cancel);

    private Task Save(string id, string text, string name) =>
        store.WriteAsync((_, transaction) => ids.Save(transaction, id, Request(id, text), name), Cancel);

    private static EchoRequest Request(string id, string text) => new() { Text = text, RequestId = id };

    private sealed class MovableClock : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = new(2024, 3, 1, 0, 0, 0, TimeSpan.Zero);

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
