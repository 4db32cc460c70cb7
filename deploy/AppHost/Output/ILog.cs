namespace Fazhi.AppHost.Output;

/// <summary>Where the lines of the hosts and the words of the AppHost go; usable from many threads.</summary>
internal interface ILog
{
    /// <summary>A line that a host wrote.</summary>
    void Line(string host, string text);

    /// <summary>Something the AppHost has to say about a host.</summary>
    void Warn(string host, string text);
}
