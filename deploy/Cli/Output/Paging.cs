namespace Fazhi.Cli.Output;

/// <summary>How to go on to the next page.</summary>
internal static class Paging
{
    public static void Write(Terminal terminal, string nextPageToken)
    {
        if (nextPageToken.Length > 0)
            terminal.WriteLine($"下一页：加上 --page-token {nextPageToken}");
    }
}
