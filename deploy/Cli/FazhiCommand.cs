using System.CommandLine;
using Fazhi.Cli.Commands;

namespace Fazhi.Cli;

/// <summary>The command line <c>fazhi</c>.</summary>
internal static class FazhiCommand
{
    private const string Description = """
        法治政府建设平台命令行：导入、查找和查看计划与报告。

          退出码：0 成功；1 请求被拒绝或有文件导入失败；2 连接不上服务器；3 索引与数据不一致；64 命令行用法错误；130 被 Ctrl+C 中断。
          使用 --json 时，标准输出为接口消息的 JSON 形式，错误以 google.rpc.Status 的 JSON 形式写到标准错误。
        """;

    public static RootCommand Create()
    {
        var shared = new SharedOptions();
        return new RootCommand(Description)
        {
            shared.Server,
            shared.Json,
            ParseCommand.Create(shared),
            ImportCommand.Create(shared),
            SearchCommand.Create(shared),
            SuggestCommand.Create(shared),
            SimilarCommand.Create(shared),
            SavedCommand.Create(shared),
            PlansCommand.Create(shared),
            ReportsCommand.Create(shared),
            ShowCommand.Create(shared),
            RegionsCommand.Create(shared),
            StatusCommand.Create(shared),
            IndexCommand.Create(shared),
            ReprocessCommand.Create(shared),
            DeleteCommand.Create(shared),
        };
    }
}
