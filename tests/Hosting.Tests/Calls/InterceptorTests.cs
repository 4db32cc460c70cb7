using Fazhi.Hosting.Tests.Host;
using Fazhi.Hosting.Tests.V1;
using Fazhi.Testing;
using Grpc.Core;
using Grpc.Core.Interceptors;

namespace Fazhi.Hosting.Tests.Calls;

public sealed class InterceptorTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Interceptors_of_client_and_server_see_the_call_in_turn()
    {
        var steps = new List<string>();
        var behaviour = new EchoBehaviour
        {
            Get = (request, context) =>
            {
                steps.Add("service " + context.RequestHeaders.GetValue("x-from-client"));
                return Task.FromResult(new EchoResponse { Text = request.Text });
            },
        };
        await using var folder = new TempFolder();
        await using var host = await EchoHost.StartAsync(folder, builder =>
        {
            builder.Services.AddSingleton(behaviour);
            builder.Services.AddGrpc(options => options.Interceptors.Add<ServerSide>(steps));
        });
        var client = new EchoService.EchoServiceClient(host.Channel.Intercept(new ClientSide(steps)));

        await client.GetEchoAsync(new EchoRequest { Text = "x" }, cancellationToken: Cancel);

        Assert.Equal(["client before", "server before", "service yes", "server after", "client after"], steps);
    }

    private sealed class ClientSide(List<string> steps) : Interceptor
    {
        public override AsyncUnaryCall<TResponse> AsyncUnaryCall<TRequest, TResponse>(
            TRequest request, ClientInterceptorContext<TRequest, TResponse> context, AsyncUnaryCallContinuation<TRequest, TResponse> continuation)
        {
            steps.Add("client before");
            var options = context.Options.WithHeaders(new Metadata { { "x-from-client", "yes" } });
            var call = continuation(request, new(context.Method, context.Host, options));
            return new AsyncUnaryCall<TResponse>(
                After(call.ResponseAsync), call.ResponseHeadersAsync, call.GetStatus, call.GetTrailers, call.Dispose);
        }

        private async Task<TResponse> After<TResponse>(Task<TResponse> response)
        {
            var result = await response;
            steps.Add("client after");
            return result;
        }
    }

    private sealed class ServerSide(List<string> steps) : Interceptor
    {
        public override async Task<TResponse> UnaryServerHandler<TRequest, TResponse>(
            TRequest request, ServerCallContext context, UnaryServerMethod<TRequest, TResponse> continuation)
        {
            steps.Add("server before");
            var response = await continuation(request, context);
            steps.Add("server after");
            return response;
        }
    }
}
