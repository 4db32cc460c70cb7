namespace Fazhi.Search;

/// <summary>The search service.</summary>
public static class Program
{
    public static Task Main(string[] args) => Task.CompletedTask;
}
