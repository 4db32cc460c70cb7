using System.CommandLine;
using System.Globalization;
using Fazhi.Cli.Commands.Searching;
using Fazhi.Cli.Connection;
using Fazhi.Cli.Output;
using Fazhi.Search.V1;

namespace Fazhi.Cli.Commands;

/// <summary><c>fazhi saved list|create|show|matches|seen|delete</c>: searches that are kept, and what is new to them.</summary>
internal static class SavedCommand
{
    private const string SecretVariable = "FAZHI_WEBHOOK_SECRET";
    private const string Collection = "savedSearches/";

    public static Command Create(SharedOptions shared) => new("saved", "保存的检索：新导入的文件命中时记下并提醒")
    {
        List(shared),
        Keep(shared),
        Show(shared),
        Matches(shared),
        Seen(shared),
        Delete(shared),
    };

    private static Command List(SharedOptions shared)
    {
        var pageSize = Filters.PageSize(50, 200);
        var pageToken = Filters.PageToken();
        var command = new Command("list", "列出保存的检索，新建的在前") { pageSize, pageToken };
        shared.Run(command, async (parsed, session, cancellation) =>
        {
            var response = await session.Gateway.SavedSearches.ListSavedSearchesAsync(
                new ListSavedSearchesRequest { PageSize = parsed.GetValue(pageSize), PageToken = parsed.GetValue(pageToken) ?? "" }, Gateway.Call(cancellation));
            if (session.Terminal.IsJson)
                session.Terminal.WriteJson(response);
            else
                SavedView.Write(session.Terminal, response, QueryOptions.Write);
            return ExitCode.Success;
        });
        return command;
    }

    private static Command Keep(SharedOptions shared)
    {
        var query = new QueryOptions();
        var title = new Option<string>("--title") { Description = "给它起的名称，默认为检索词和筛选条件", HelpName = "TEXT" };
        var webhook = new Option<string>("--webhook") { Description = $"有新命中时以 POST 发送 JSON 的地址；环境变量 {SecretVariable} 为签名密钥", HelpName = "URL" };
        var command = new Command("create", "保存一个检索；检索式和筛选与 fazhi search 相同。已有的文件不算新命中");
        query.AddTo(command);
        command.Options.Add(title);
        command.Options.Add(webhook);
        shared.Run(command, async (parsed, session, cancellation) =>
        {
            var search = await query.ReadAsync(parsed, session.Gateway, cancellation);
            var saved = new SavedSearch
            {
                Title = parsed.GetValue(title) ?? query.Title(parsed, search),
                Search = search,
                WebhookUrl = parsed.GetValue(webhook) ?? "",
                WebhookSecret = parsed.GetValue(webhook) is null ? "" : Environment.GetEnvironmentVariable(SecretVariable) ?? "",
            };
            if (saved.Title.Length == 0)
                throw new CliException("没有写检索式和筛选：这会保存全部文件。确实需要时用 --title 给出名称");
            var request = new CreateSavedSearchRequest { SavedSearch = saved, RequestId = Guid.NewGuid().ToString() };
            Write(session.Terminal, await RefusedQueryException.AskAsync(search, () => session.Gateway.SavedSearches.CreateSavedSearchAsync(request, Gateway.Call(cancellation)).ResponseAsync));
            return ExitCode.Success;
        });
        return command;
    }

    private static Command Show(SharedOptions shared)
    {
        var name = Name();
        var command = new Command("show", "查看一个保存的检索") { name };
        shared.Run(command, async (parsed, session, cancellation) =>
        {
            Write(session.Terminal, await session.Gateway.SavedSearches.GetSavedSearchAsync(new GetSavedSearchRequest { Name = parsed.GetRequiredValue(name) }, Gateway.Call(cancellation)));
            return ExitCode.Success;
        });
        return command;
    }

    private static Command Matches(SharedOptions shared)
    {
        var name = Name();
        var newOnly = new Option<bool>("--new") { Description = "只看上次查看之后的" };
        var pageSize = Filters.PageSize(20, 100);
        var pageToken = Filters.PageToken();
        var command = new Command("matches", "后来命中的文件，新的在前；看过后用 fazhi saved seen 标记") { name, newOnly, pageSize, pageToken };
        shared.Run(command, async (parsed, session, cancellation) =>
        {
            var response = await session.Gateway.SavedSearches.ListMatchesAsync(
                new ListMatchesRequest
                {
                    Parent = parsed.GetRequiredValue(name),
                    NewOnly = parsed.GetValue(newOnly),
                    PageSize = parsed.GetValue(pageSize),
                    PageToken = parsed.GetValue(pageToken) ?? "",
                },
                Gateway.Call(cancellation));
            if (session.Terminal.IsJson)
                session.Terminal.WriteJson(response);
            else
                SavedView.Write(session.Terminal, response);
            return ExitCode.Success;
        });
        return command;
    }

    private static Command Seen(SharedOptions shared)
    {
        var name = Name();
        var upTo = new Option<long>("--up-to")
        {
            Description = "只标记到这一序号，默认为全部",
            HelpName = "N",
            CustomParser = result => Filters.ParseNumber("--up-to", 1, int.MaxValue, result),
        };
        var command = new Command("seen", "把到目前为止的命中标记为已看过") { name, upTo };
        shared.Run(command, async (parsed, session, cancellation) =>
        {
            var saved = await session.Gateway.SavedSearches.MarkSeenAsync(
                new MarkSeenRequest { Name = parsed.GetRequiredValue(name), UpTo = parsed.GetValue(upTo) }, Gateway.Call(cancellation));
            if (session.Terminal.IsJson)
                session.Terminal.WriteJson(saved);
            else
                session.Terminal.WriteLine(string.Create(CultureInfo.InvariantCulture, $"已标记，还有 {saved.NewCount} 份新命中"));
            return ExitCode.Success;
        });
        return command;
    }

    private static Command Delete(SharedOptions shared)
    {
        var name = Name();
        var command = new Command("delete", "删除一个保存的检索") { name };
        shared.Run(command, async (parsed, session, cancellation) =>
        {
            await session.Gateway.SavedSearches.DeleteSavedSearchAsync(new DeleteSavedSearchRequest { Name = parsed.GetRequiredValue(name) }, Gateway.Call(cancellation));
            if (!session.Terminal.IsJson)
                session.Terminal.WriteLine($"已删除 {parsed.GetRequiredValue(name)}");
            return ExitCode.Success;
        });
        return command;
    }

    private static Argument<string> Name() => new("NAME")
    {
        Description = "savedSearches/编号，或只写编号",
        CustomParser = result => result.Tokens[0].Value is var text && text.StartsWith(Collection, StringComparison.Ordinal) ? text : Collection + text,
    };

    private static void Write(Terminal terminal, SavedSearch saved)
    {
        if (terminal.IsJson)
            terminal.WriteJson(saved);
        else
            SavedView.Write(terminal, saved, QueryOptions.Write);
    }
}
