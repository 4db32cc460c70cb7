using System.Text;

namespace Fazhi.AppHost.Output;

/// <summary>
/// Writes the lines of all hosts to one stream, each behind the coloured name of its host, warnings and errors in their colours.
/// </summary>
internal sealed class TerminalLog(TextWriter output, bool colour, IReadOnlyList<string> hosts) : ILog
{
    private const string Reset = "\e[0m";
    private const string Yellow = "\e[33m";
    private const string Red = "\e[31m";
    private static readonly string[] Colours = ["\e[36m", "\e[32m", "\e[34m", "\e[35m", "\e[96m", "\e[92m", "\e[94m", "\e[95m"];
    private readonly Lock _gate = new();
    private readonly int _width = hosts.Max(host => host.Length);

    public void Line(string host, string text) => Write(host, text, Severity(text));

    public void Warn(string host, string text) => Write(host, $"● {text}", Yellow);

    private void Write(string host, string text, string tone)
    {
        var name = host.PadRight(_width);
        var clean = Neutralise(text);
        lock (_gate)
        {
            output.WriteLine(colour
                ? $"{ColourOf(host)}{name} │{Reset} {tone}{clean}{(tone.Length > 0 ? Reset : "")}"
                : $"{name} │ {clean}");
        }
    }

    private string ColourOf(string host)
    {
        for (var index = 0; index < hosts.Count; index++)
        {
            if (hosts[index] == host)
                return Colours[index % Colours.Length];
        }
        return "";
    }

    // The hosts write TIME LEVEL EVENT …; anything else, such as a trace of the runtime, has no severity of its own.
    private static string Severity(string text) =>
        text.Contains(" ERR ", StringComparison.Ordinal) || text.Contains(" CRT ", StringComparison.Ordinal) ? Red
        : text.Contains(" WRN ", StringComparison.Ordinal) ? Yellow
        : "";

    /// <summary>A log line may quote a file name or a document: its control characters must not steer the terminal.</summary>
    private static string Neutralise(string text)
    {
        if (!text.Any(IsUnsafe))
            return text;
        var clean = new StringBuilder(text.Length);
        foreach (var character in text)
            clean.Append(IsUnsafe(character) ? '\uFFFD' : character);
        return clean.ToString();
    }

    private static bool IsUnsafe(char character) => char.IsControl(character) && character != '\t';
}
