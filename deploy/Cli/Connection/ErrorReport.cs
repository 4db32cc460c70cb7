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

    /// <summary>The error of a query, with the place where it is marked below the query.</summary>
    public int Write(RefusedQueryException refused)
    {
        var code = Write(refused.Error);
        if (!json)
            output.WriteLine(QueryMark.Of(refused.Query, refused.Position));
        return code;
    }

    private void Write(Status status, string description) =>
        output.WriteLine(json ? Json.Format(status) : $"错误：{SafeText.Of(description)}");

    private string Describe(RpcException error, Status status) => error.StatusCode switch
    {
        StatusCode.Unavailable when IsConnection(error) =>
            $"连接不上服务器 {server.GetLeftPart(UriPartial.Authority)}。请确认平台已经启动（dotnet run --project deploy/AppHost），或用 --server 指定地址",
        StatusCode.Unavailable => $"服务暂不可用：{Sentence(status)}",
        StatusCode.DeadlineExceeded => "服务器没有在规定时间内答复，请稍后再试",
        StatusCode.Unimplemented => $"服务器 {server.GetLeftPart(UriPartial.Authority)} 不提供这个功能，它可能不是本平台的网关，或版本不同",
        _ => Sentence(status),
    };

    /// <summary>What was wrong in the server's words, without the names of the API's fields: these mean nothing to a person.</summary>
    public static string Sentence(Status status)
    {
        var violations = status.GetDetail<BadRequest>()?.FieldViolations ?? [];
        var descriptions = violations.Select(violation => violation.Description.TrimEnd('。')).Where(description => description.Length > 0).Distinct().ToList();
        return descriptions.Count > 0 ? string.Join("；", descriptions) : status.Message.TrimEnd('。');
    }

    /// <summary>The server itself was not reached, as opposed to a service behind it.</summary>
    public static bool IsConnection(RpcException error)
    {
        for (var inner = error.Status.DebugException; inner is not null; inner = inner.InnerException)
        {
            if (inner is SocketException or TimeoutException or HttpRequestException { HttpRequestError: HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError })
                return true;
        }
        return false;
    }
}
