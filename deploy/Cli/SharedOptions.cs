using System.CommandLine;
using System.CommandLine.Parsing;
using Fazhi.Cli.Connection;
using Fazhi.Cli.Output;
using Grpc.Core;

namespace Fazhi.Cli;

/// <summary>The options that every command has, and how every command runs: with a session, and with one way to report errors.</summary>
internal sealed class SharedOptions
{
    private const string ServerVariable = "FAZHI_SERVER";
    private const string DefaultServer = "http://localhost:8080";

    public Option<Uri> Server { get; } = new("--server")
    {
        Description = $"网关地址，也可用环境变量 {ServerVariable} 给出",
        HelpName = "URL",
        Recursive = true,
        CustomParser = ParseServer,
        DefaultValueFactory = result => Environment.GetEnvironmentVariable(ServerVariable) is { Length: > 0 } value
            ? ParseServer(value, ServerVariable, result)
            : new Uri(DefaultServer),
    };

    public Option<bool> Json { get; } = new("--json") { Description = "输出 JSON", Recursive = true };

    /// <summary>Lets a command run the action, with its errors reported and turned into an exit code.</summary>
    public void Run(Command command, Func<ParseResult, Session, CancellationToken, Task<int>> action) =>
        command.SetAction(async (parsed, cancellation) =>
        {
            var json = parsed.GetValue(Json);
            var server = parsed.GetRequiredValue(Server);
            using var gateway = new Gateway(server);
            var session = new Session(gateway, new Terminal(parsed.InvocationConfiguration.Output, json), new Waiting(parsed.InvocationConfiguration.Error, json));
            var errors = new ErrorReport(parsed.InvocationConfiguration.Error, server, json);
            try
            {
                return await action(parsed, session, cancellation);
            }
            catch (Exception error) when (cancellation.IsCancellationRequested && error is OperationCanceledException or RpcException)
            {
                return ExitCode.Interrupted;
            }
            catch (RpcException error)
            {
                return errors.Write(error);
            }
            catch (RefusedQueryException error)
            {
                return errors.Write(error);
            }
            catch (CliException error)
            {
                return errors.Write(error);
            }
        });

    private static Uri ParseServer(ArgumentResult result) => ParseServer(result.Tokens[^1].Value, "--server", result);

    private static Uri ParseServer(string value, string origin, ArgumentResult result)
    {
        if (Uri.TryCreate(value, UriKind.Absolute, out var server) && server.Scheme is "http" or "https")
            return server;
        result.AddError($"{origin} 应为 http:// 或 https:// 开头的地址，而不是 {value}");
        return new Uri(DefaultServer);
    }
}
