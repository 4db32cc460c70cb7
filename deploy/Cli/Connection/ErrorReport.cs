using System.Net.Sockets;
using Fazhi.Cli.Output;
using Google.Rpc;
using Grpc.Core;
using Status = Google.Rpc.Status;

namespace Fazhi.Cli.Connection;

/// <summary>Tells the user, or the script, what went wrong, and chooses the exit code.</summary>
internal sealed class ErrorReport(TextWriter output, Uri server, bool json)
{
    public int Write(RpcException error)
    {
        var status = error.GetRpcStatus() ?? new Status { Code = (int)error.StatusCode, Message = error.Status.Detail };
        Write(status, Describe(error, status));
        return error.StatusCode == StatusCode.Unavailable ? ExitCode.Unreachable : ExitCode.Failed;
    }

    public int Write(CliException error)
    {
        Write(new Status { Code = (int)Code.FailedPrecondition, Message = error.Message }, error.Message);
        return ExitCode.Failed;
    }

    private void Write(Status status, string description) =>
        output.WriteLine(json ? Json.Format(status) : $"错误：{SafeText.Of(description)}");

    private string Describe(RpcException error, Status status) => error.StatusCode switch
    {
        StatusCode.Unavailable when IsConnection(error) =>
            $"连接不上服务器 {server.GetLeftPart(UriPartial.Authority)}。请确认平台已经启动（dotnet run --project deploy/AppHost），或用 --server 指定地址。",
        StatusCode.Unavailable => $"服务暂不可用：{status.Message}",
        StatusCode.DeadlineExceeded => "服务器没有在规定时间内答复，请稍后再试。",
        StatusCode.Unimplemented => $"服务器 {server.GetLeftPart(UriPartial.Authority)} 不提供这个功能，它可能不是本平台的网关，或版本不同。",
        _ => Sentence(status),
    };

    /// <summary>The message of the server, and which field it means where the message does not say so.</summary>
    public static string Sentence(Status status)
    {
        var violations = status.GetDetail<BadRequest>()?.FieldViolations ?? [];
        var details = violations.Where(violation => !status.Message.Contains(violation.Description, StringComparison.Ordinal))
            .Select(violation => $"{violation.Field}:{violation.Description}");
        return string.Join(";", details.Prepend(status.Message));
    }

    private static bool IsConnection(RpcException error)
    {
        for (var inner = error.Status.DebugException; inner is not null; inner = inner.InnerException)
        {
            if (inner is SocketException or TimeoutException or HttpRequestException { HttpRequestError: HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError })
                return true;
        }
        return false;
    }
}
