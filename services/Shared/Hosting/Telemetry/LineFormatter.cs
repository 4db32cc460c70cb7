using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Logging.Console;

namespace Fazhi.Hosting;

/// <summary>
/// One line an event: time, level, stable event name (or the category), trace id, message. The lines of an exception follow
/// indented, so that whatever reads lines can tell where the next event begins.
/// </summary>
internal sealed class LineFormatter() : ConsoleFormatter(FormatterName)
{
    public const string FormatterName = "fazhi";
    public const string TimestampFormat = "yyyy-MM-ddTHH:mm:ss.fffZ";

    public override void Write<TState>(in LogEntry<TState> entry, IExternalScopeProvider? scopeProvider, TextWriter writer)
    {
        var message = entry.Formatter(entry.State, entry.Exception);
        if (string.IsNullOrEmpty(message) && entry.Exception is null)
            return;

        writer.Write(DateTime.UtcNow.ToString(TimestampFormat, CultureInfo.InvariantCulture));
        writer.Write(' ');
        writer.Write(Short(entry.LogLevel));
        writer.Write(' ');
        writer.Write(entry.EventId.Name ?? entry.Category);
        // The entry is written by a queue's thread, but formatted on the thread that logs: the current activity is the event's.
        if (Activity.Current is { } activity)
        {
            writer.Write(" trace=");
            writer.Write(activity.TraceId.ToHexString());
        }

        writer.Write(' ');
        writer.WriteLine(OneLine(message));
        if (entry.Exception is { } error)
            writer.WriteLine("    " + error.ToString().Replace("\n", "\n    ", StringComparison.Ordinal));
    }

    private static string OneLine(string message) =>
        message.AsSpan().ContainsAny('\r', '\n') ? message.ReplaceLineEndings(" ") : message;

    private static string Short(LogLevel level) => level switch
    {
        LogLevel.Trace => "TRC",
        LogLevel.Debug => "DBG",
        LogLevel.Information => "INF",
        LogLevel.Warning => "WRN",
        LogLevel.Error => "ERR",
        _ => "CRT",
    };
}
