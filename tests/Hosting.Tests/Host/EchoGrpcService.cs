using Fazhi.Documents.V1;
using Fazhi.Hosting.Tests.V1;
using Grpc.Core;

namespace Fazhi.Hosting.Tests.Host;

internal sealed class EchoGrpcService(EchoBehaviour behaviour) : EchoService.EchoServiceBase
{
    public override Task<EchoResponse> GetEcho(EchoRequest request, ServerCallContext context) => behaviour.Get(request, context);

    public override Task<EchoResponse> CreateEcho(EchoRequest request, ServerCallContext context) => behaviour.Create(request, context);

    public override Task Expand(EchoRequest request, IServerStreamWriter<EchoResponse> responseStream, ServerCallContext context) =>
        behaviour.Expand(request, responseStream, context);

    public override async Task<EchoResponse> Collect(IAsyncStreamReader<EchoRequest> requestStream, ServerCallContext context)
    {
        var texts = new List<string>();
        await foreach (var request in requestStream.ReadAllAsync(context.CancellationToken))
            texts.Add(request.Text);
        return new EchoResponse { Text = string.Join('+', texts) };
    }

    public override async Task Talk(IAsyncStreamReader<EchoRequest> requestStream, IServerStreamWriter<EchoResponse> responseStream, ServerCallContext context)
    {
        await foreach (var request in requestStream.ReadAllAsync(context.CancellationToken))
            await responseStream.WriteAsync(new EchoResponse { Text = request.Text.ToUpperInvariant() }, context.CancellationToken);
    }

    public override Task<EchoResponse> Upload(IAsyncStreamReader<ImportDocumentRequest> requestStream, ServerCallContext context) =>
        behaviour.Upload(requestStream, context);
}
