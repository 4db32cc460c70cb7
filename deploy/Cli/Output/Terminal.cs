using Google.Protobuf;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace Fazhi.Cli.Output;

/// <summary>
/// Where a command writes: pictures and colours for a person at a terminal, plain lines of any length for a pipe, JSON for a program.
/// </summary>
internal sealed class Terminal
{
    // Wide enough that nothing is wrapped: the reader of a pipe has no width.
    private const int PipeWidth = 10_000;
    private readonly TextWriter _output;

    public Terminal(TextWriter output, bool json)
    {
        IsPerson = !json && ReferenceEquals(output, Console.Out) && !Console.IsOutputRedirected;
        // JSON needs no trimming, and may be many megabytes.
        _output = IsPerson || json ? output : new TrimmedLines(output);
        IsJson = json;
        Canvas = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = new AnsiConsoleOutput(_output),
            Ansi = IsPerson ? AnsiSupport.Detect : AnsiSupport.No,
            ColorSystem = IsPerson ? ColorSystemSupport.Detect : ColorSystemSupport.NoColors,
            Interactive = IsPerson ? InteractionSupport.Detect : InteractionSupport.No,
        });
        if (!IsPerson)
            Canvas.Profile.Width = PipeWidth;
    }

    /// <summary>The output is to be JSON.</summary>
    public bool IsJson { get; }

    /// <summary>Someone is looking: a progress bar makes sense.</summary>
    public bool IsPerson { get; }

    public IAnsiConsole Canvas { get; }

    public void Write(IRenderable picture) => Canvas.Write(picture);

    public void WriteLine(string text = "") => _output.WriteLine(SafeText.Of(text));

    public void WriteJson(IMessage message) => _output.WriteLine(Json.FormatIndented(message));

    /// <summary>One message on one line, for outputs of many.</summary>
    public void WriteJsonLine(string json) => _output.WriteLine(json);

    /// <summary>An empty table in the house style.</summary>
    public Table Table(params ReadOnlySpan<string> columns)
    {
        var table = new Table { Border = IsPerson ? TableBorder.Rounded : TableBorder.None, ShowRowSeparators = false };
        table.BorderColor(Color.Grey);
        foreach (var column in columns)
            table.AddColumn(new TableColumn(new Text(column, new Style(decoration: Decoration.Bold))));
        return table;
    }
}
