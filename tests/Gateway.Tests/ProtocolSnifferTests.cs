using System.Buffers;
using System.Net;
using System.Text;
using Fazhi.Gateway.Listening;
using Fazhi.Gateway.Tests.World;
using Fazhi.Probe.V1;
using FsCheck;
using FsCheck.Fluent;

namespace Fazhi.Gateway.Tests;

public sealed class ProtocolSnifferTests(GatewayWorld world)
{
    private const string Preface = "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n";
    private static readonly byte[] EmptySettings = [0, 0, 0, 4, 0, 0, 0, 0, 0];

    [Theory]
    [InlineData("1.1")]
    [InlineData("2.0")]
    public async Task One_port_speaks_both_versions(string version)
    {
        using var http = new HttpClient { BaseAddress = world.Gateway.Address, DefaultRequestVersion = Version.Parse(version), DefaultVersionPolicy = HttpVersionPolicy.RequestVersionExact };

        using var response = await http.GetAsync("/livez", TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(Version.Parse(version), response.Version);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(14)]
    [InlineData(23)]
    public async Task Preface_split_into_pieces_is_recognised(int pieceLength)
    {
        await using var connection = await world.Gateway.ConnectAsync();

        foreach (var piece in Encoding.ASCII.GetBytes(Preface).Concat(EmptySettings).Chunk(pieceLength))
        {
            await connection.WriteAsync(piece, TestContext.Current.CancellationToken);
            await connection.FlushAsync(TestContext.Current.CancellationToken);
        }

        var frame = new byte[9];
        await connection.ReadExactlyAsync(frame, TestContext.Current.CancellationToken).AsTask().Soon();
        Assert.Equal(4, frame[3]); // A SETTINGS frame: the server's own preface.
    }

    [Theory]
    [InlineData("GARBAGE\r\n\r\n")]
    [InlineData("PRI * HTTP/2.0\r\n\r\nXX\r\n\r\n")]
    [InlineData("PRX * HTTP/2.0\r\n\r\n")]
    [InlineData("\0\u0001\u0002\u0003\r\n\r\n")]
    public async Task Garbage_is_refused_and_the_connection_closed(string garbage)
    {
        await using var connection = await world.Gateway.ConnectAsync();

        await connection.WriteAsync(Encoding.Latin1.GetBytes(garbage), TestContext.Current.CancellationToken);

        var answer = await new StreamReader(connection).ReadToEndAsync(TestContext.Current.CancellationToken).Soon();
        Assert.DoesNotContain("200", answer, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("PRI * HT")]
    public async Task Silent_client_is_disconnected_after_the_time_limit(string start)
    {
        await using var gateway = await GatewayHost.StartAsync(world.Backend.Address, "--Fazhi:Gateway:HandshakeTimeout=00:00:00.2");
        await using var connection = await gateway.ConnectAsync();

        await connection.WriteAsync(Encoding.ASCII.GetBytes(start), TestContext.Current.CancellationToken);

        Assert.Equal(0, await ReadToEndAsync(connection).Soon());
    }

    [Fact]
    public async Task Half_a_preface_and_a_closed_socket_leave_the_gateway_well()
    {
        await using (var connection = await world.Gateway.ConnectAsync())
            await connection.WriteAsync("PRI * "u8.ToArray(), TestContext.Current.CancellationToken);

        var reply = await world.Gateway.Probe.EchoAsync(new EchoRequest { Text = "still here" }, cancellationToken: TestContext.Current.CancellationToken);
        Assert.Equal("still here", reply.Request.Text);
    }

    [Fact]
    public async Task Scheme_of_a_cleartext_http2_request_is_http_whatever_the_client_says()
    {
        // Forwarding tells the service the scheme the gateway believes in.
        var reply = await world.Gateway.Probe.EchoAsync(new EchoRequest(), cancellationToken: TestContext.Current.CancellationToken);

        Assert.Equal("http", reply.Metadata["x-forwarded-proto"]);
    }

    [Fact]
    public void Verdict_depends_on_the_bytes_alone_and_not_on_how_they_are_split()
    {
        var preface = Encoding.ASCII.GetBytes(Preface);
        var inputs = Gen.OneOf(
            Gen.Choose(0, 40).SelectMany(length => Gen.Choose(0, 255).Select(value => (byte)value).ArrayOf(length)),
            Gen.Choose(0, preface.Length).Select(length => preface[..length]),
            Gen.Choose(0, 30).SelectMany(length => Gen.Choose(0, 255).Select(value => (byte)value).ArrayOf(length)).Select(rest => (byte[])[.. preface, .. rest]));

        Prop.ForAll(inputs.ToArbitrary(), Gen.Choose(1, 30).ToArbitrary(), (bytes, size) =>
        {
            var expected = bytes.AsSpan().StartsWith(preface) ? PrefaceVerdict.Http2
                : preface.AsSpan().StartsWith(bytes) ? PrefaceVerdict.Undecided
                : PrefaceVerdict.Other;
            return PrefaceMatch.Of(Split(bytes, size)) == expected;
        }).QuickCheckThrowOnFailure();
    }

    private static ReadOnlySequence<byte> Split(byte[] bytes, int size)
    {
        if (bytes.Length == 0)
            return ReadOnlySequence<byte>.Empty;
        Segment? first = null, last = null;
        foreach (var piece in bytes.Chunk(size))
        {
            last = last is null ? new Segment(piece, 0) : last.Append(piece);
            first ??= last;
        }

        return new ReadOnlySequence<byte>(first!, 0, last!, last!.Memory.Length);
    }

    private static async Task<int> ReadToEndAsync(Stream stream)
    {
        var total = 0;
        var buffer = new byte[256];
        try
        {
            while (await stream.ReadAsync(buffer, TestContext.Current.CancellationToken) is var read and > 0)
                total += read;
        }
        catch (IOException)
        {
            // A reset is as much the end of the connection as a close.
        }

        return total;
    }

    private sealed class Segment : ReadOnlySequenceSegment<byte>
    {
        public Segment(ReadOnlyMemory<byte> memory, long index) => (Memory, RunningIndex) = (memory, index);

        public Segment Append(ReadOnlyMemory<byte> memory)
        {
            var next = new Segment(memory, RunningIndex + Memory.Length);
            Next = next;
            return next;
        }
    }
}
