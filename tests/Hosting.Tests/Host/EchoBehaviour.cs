using Fazhi.Documents.V1;
using Fazhi.Hosting.Tests.V1;
using Grpc.Core;

namespace Fazhi.Hosting.Tests.Host;

/// <summary>What the echo service does; each test puts in what it is about.</summary>
internal sealed class EchoBehaviour
{
    public Func<EchoRequest, ServerCallContext, Task<EchoResponse>> Get { get; set; } =
        (request, _) => Task.FromResult(new EchoResponse { Text = request.Text });

    public Func<EchoRequest, ServerCallContext, Task<EchoResponse>> Create { get; set; } =
        (request, _) => Task.FromResult(new EchoResponse { Text = request.Text });

    public Func<EchoRequest, IServerStreamWriter<EchoResponse>, ServerCallContext, Task> Expand { get; set; } =
        async (request, responses, context) =>
        {
            for (var number = 1; number <= request.Times; number++)
                await responses.WriteAsync(new EchoResponse { Text = $"{request.Text}{number}" }, context.CancellationToken);
        };

    public Func<IAsyncStreamReader<ImportDocumentRequest>, ServerCallContext, Task<EchoResponse>> Upload { get; set; } =
        async (requests, context) =>
        {
            var upload = await UploadReceiver.ReceiveAsync(requests, context.CancellationToken);
            return new EchoResponse { Text = $"{upload.Metadata.FileName} {upload.Bytes.Length} {upload.Sha256}" };
        };
}
