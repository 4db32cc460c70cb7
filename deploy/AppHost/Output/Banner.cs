using Spectre.Console;

namespace Fazhi.AppHost.Output;

/// <summary>What the user reads once everything runs: where it is and what to try.</summary>
internal static class Banner
{
    /// <param name="console">Where to write.</param>
    /// <param name="gateway">Address of the gateway.</param>
    /// <param name="services">Name and address of each service.</param>
    /// <param name="data">The data folder.</param>
    /// <param name="samples">What became of the samples.</param>
    /// <param name="healthy">Time from the start of the process until all hosts were healthy.</param>
    /// <param name="ready">Time from the start of the process until the samples were there as well.</param>
    public static void Write(IAnsiConsole console, Uri gateway, IEnumerable<(string Name, Uri Address)> services, string data, string samples, TimeSpan healthy, TimeSpan ready)
    {
        var address = gateway.GetLeftPart(UriPartial.Authority);
        var server = gateway.Port == 8080 ? "" : $" --server {address}";

        var facts = new Grid().AddColumn(new GridColumn().NoWrap()).AddColumn();
        facts.AddRow(new Text("网页 · gRPC · JSON"), new Text(address, new Style(foreground: Color.Green, decoration: Decoration.Bold)));
        foreach (var (name, service) in services)
            facts.AddRow(new Text($"  {name}", new Style(decoration: Decoration.Dim)), new Text(service.Authority, new Style(decoration: Decoration.Dim)));
        facts.AddRow(new Text("数据文件夹"), new Text(data));
        facts.AddRow(new Text("示例数据"), new Text(samples));

        console.WriteLine();
        console.Write(new Rule($"[bold]法治政府建设平台已就绪[/] [dim]（服务 {healthy.TotalSeconds:0.0} 秒，共 {ready.TotalSeconds:0.0} 秒）[/]").LeftJustified());
        console.Write(facts);
        console.WriteLine();
        console.MarkupLine("[bold]接下来可以试试（另开一个终端）[/]");
        Try(console, 1, "在浏览器中查找", address);
        Try(console, 2, "导入自己的文件夹", $"dotnet run --project deploy/Cli -- import 文件夹{server}");
        Try(console, 3, "用 curl 查找", $$"""curl --json '{"query":"行政复议"}' {{address}}/fazhi.search.v1.SearchService/Search""");
        console.WriteLine();
        console.Write(new Rule("[dim]以下为各服务日志，Ctrl+C 结束[/]").LeftJustified());
    }

    // Written without wrapping: a command is there to be copied.
    private static void Try(IAnsiConsole console, int number, string what, string how)
    {
        console.Profile.Out.Writer.WriteLine($"  {number}. {what}");
        console.Profile.Out.Writer.WriteLine($"     {how}");
    }
}
