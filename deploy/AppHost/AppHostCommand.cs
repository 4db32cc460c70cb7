using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;

namespace Fazhi.AppHost;

/// <summary>The command line of the AppHost.</summary>
internal static class AppHostCommand
{
    public static RootCommand Create(Func<AppHostOptions, CancellationToken, Task<int>> run)
    {
        var data = new Option<string>("--data")
        {
            Description = "数据文件夹（不存在则创建）",
            HelpName = "DIR",
            DefaultValueFactory = _ => "./data",
        };
        var port = new Option<int>("--port")
        {
            Description = "网关端口，0 表示任意空闲端口",
            HelpName = "PORT",
            DefaultValueFactory = _ => 8080,
            CustomParser = ParsePort,
        };
        var noSamples = new Option<bool>("--no-samples") { Description = "首次启动时不导入示例数据" };

        var command = new RootCommand("在本机启动法治政府建设平台的全部服务。Ctrl+C 结束。") { data, port, noSamples };
        command.SetAction((parsed, cancellation) => run(
            new AppHostOptions(
                Path.GetFullPath(parsed.GetRequiredValue(data)),
                parsed.GetRequiredValue(port),
                LoadSamples: !parsed.GetValue(noSamples)),
            cancellation));
        return command;
    }

    private static int ParsePort(ArgumentResult result)
    {
        if (int.TryParse(result.Tokens[^1].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port <= 65535)
            return port;
        result.AddError($"--port 应为 0 到 65535 之间的整数，而不是 {result.Tokens[^1].Value}");
        return 0;
    }
}
