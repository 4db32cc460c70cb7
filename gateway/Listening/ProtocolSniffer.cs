using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Connections.Features;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core.Features;

namespace Fazhi.Gateway.Listening;

/// <summary>
/// Connection middleware that lets one clear-text port speak HTTP/1.1 and HTTP/2 with prior knowledge. It looks at the first bytes
/// without consuming them; a connection that shows neither protocol within the time limit is closed.
/// </summary>
internal sealed class ProtocolSniffer(ConnectionDelegate next, TimeSpan limit, ILogger<ProtocolSniffer> logger)
{
    public async Task OnConnectionAsync(ConnectionContext connection)
    {
        var verdict = await SniffAsync(connection);
        if (verdict is PrefaceVerdict.Undecided)
        {
            connection.Abort();
            return;
        }

        if (verdict is PrefaceVerdict.Http2)
        {
            var marker = new Http2Prefaced();
            connection.Features.Set<ITlsConnectionFeature>(marker);
            connection.Features.Set<ITlsApplicationProtocolFeature>(marker);
        }

        await next(connection);
    }

    private async Task<PrefaceVerdict> SniffAsync(ConnectionContext connection)
    {
        var stopping = connection.Features.Get<IConnectionLifetimeNotificationFeature>()?.ConnectionClosedRequested ?? default;
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(connection.ConnectionClosed, stopping);
        deadline.CancelAfter(limit);
        try
        {
            return await ReadVerdictAsync(connection, deadline.Token);
        }
        catch (OperationCanceledException)
        {
            logger.LogDebug("Connection {ConnectionId} named no protocol within {Limit}", connection.ConnectionId, limit);
            return PrefaceVerdict.Undecided;
        }
        catch (Exception fault) when (fault is IOException or ConnectionAbortedException or ConnectionResetException)
        {
            return PrefaceVerdict.Undecided;
        }
    }

    private static async Task<PrefaceVerdict> ReadVerdictAsync(ConnectionContext connection, CancellationToken cancellationToken)
    {
        var input = connection.Transport.Input;
        while (true)
        {
            var read = await input.ReadAsync(cancellationToken);
            var verdict = PrefaceMatch.Of(read.Buffer);

            // What is only examined stays in the pipe for the protocol that is chosen; on a verdict nothing counts as
            // examined, so that its first read returns at once.
            var decided = verdict is not PrefaceVerdict.Undecided;
            input.AdvanceTo(read.Buffer.Start, decided ? read.Buffer.Start : read.Buffer.End);
            if (decided || read.IsCompleted)
                return verdict;
        }
    }
}
