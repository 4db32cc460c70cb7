using Fazhi.Hosting;
using Grpc.Core;

namespace Fazhi.Testing;

/// <summary>Assertions on failing calls.</summary>
public static class RpcAssert
{
    /// <summary>The call fails with this code and, unless null, this <c>ErrorInfo.reason</c>.</summary>
    public static async Task<RpcException> FailsAsync(StatusCode code, string? reason, Func<Task> call)
    {
        var error = await Assert.ThrowsAsync<RpcException>(call);
        Assert.True(error.StatusCode == code, $"expected {code}, was {error.StatusCode}: {error.Status.Detail}");
        if (reason is not null)
            Assert.Equal(reason, ErrorStatus.ReasonOf(error));
        return error;
    }

    /// <inheritdoc cref="FailsAsync(StatusCode, string?, Func{Task})"/>
    public static Task<RpcException> FailsAsync<T>(StatusCode code, string? reason, Func<AsyncUnaryCall<T>> call) =>
        FailsAsync(code, reason, async () => await call());
}
