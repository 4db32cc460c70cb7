using Fazhi.AppHost.Output;

namespace Fazhi.AppHost.Tests;

public sealed class TerminalLogTests
{
    [Fact]
    public void Lines_stand_behind_the_name_of_their_host()
    {
        Assert.Equal("plans   │ hello\ngateway │ bye\n", Write(colour: false, log =>
        {
            log.Line("plans", "hello");
            log.Line("gateway", "bye");
        }));
    }

    [Fact]
    public void Hosts_differ_in_colour_and_errors_are_red()
    {
        var text = Write(colour: true, log =>
        {
            log.Line("plans", "2026-01-01T00:00:00.000Z ERR Broken it broke");
            log.Line("gateway", "2026-01-01T00:00:00.000Z INF Fine");
        }).Split('\n');
        Assert.NotEqual(text[0][..5], text[1][..5]);
        Assert.Contains("\e[31m2026", text[0], StringComparison.Ordinal);
        Assert.DoesNotContain("\e[31m", text[1], StringComparison.Ordinal);
    }

    [Fact]
    public void Control_characters_of_a_host_do_not_reach_the_terminal()
    {
        Assert.Equal("plans   │ a\uFFFD[2Jb\uFFFDc\n", Write(colour: false, log => log.Line("plans", "a\e[2Jb\u009Bc")));
    }

    private static string Write(bool colour, Action<ILog> write)
    {
        using var output = new StringWriter { NewLine = "\n" };
        write(new TerminalLog(output, colour, ["plans", "gateway"]));
        return output.ToString();
    }
}
