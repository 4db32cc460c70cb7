using System.Diagnostics;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Fazhi.Hosting.Tests.Health;

public sealed class LogTests
{
    [Fact]
    public void Event_is_one_line_with_its_name_and_trace()
    {
        using var activity = new Activity("test").SetIdFormat(ActivityIdFormat.W3C).Start();
        var line = Write(new EventId(1, "StoreOpened"), "opened\nin two lines", null);
        Assert.Matches($@"\A\d{{4}}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{{3}}Z WRN StoreOpened trace={activity.TraceId.ToHexString()} opened in two lines\n\z", line);
    }

    [Fact]
    public void Lines_of_an_exception_are_indented()
    {
        var lines = Write(default, "failed", new InvalidOperationException("one\ntwo")).TrimEnd('\n').Split('\n');
        Assert.Contains("WRN Fazhi.Test ", lines[0], StringComparison.Ordinal);
        Assert.All(lines.Skip(1), line => Assert.StartsWith("    ", line, StringComparison.Ordinal));
        Assert.Equal(3, lines.Length);
    }

    private static string Write(EventId eventId, string message, Exception? error)
    {
        using var writer = new StringWriter { NewLine = "\n" };
        new LineFormatter().Write(new LogEntry<string>(LogLevel.Warning, "Fazhi.Test", eventId, message, error, (state, _) => state), null, writer);
        return writer.ToString();
    }
}
