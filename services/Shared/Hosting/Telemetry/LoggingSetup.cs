using Microsoft.Extensions.Logging.Console;

namespace Fazhi.Hosting;

/// <summary>Console logs: one readable line an event, or JSON with <c>Fazhi:Logging=json</c> for a log collector.</summary>
internal static class LoggingSetup
{
    public static void Configure(WebApplicationBuilder builder)
    {
        builder.Logging.ClearProviders();
        builder.Logging.Configure(options => options.ActivityTrackingOptions = ActivityTrackingOptions.TraceId | ActivityTrackingOptions.SpanId);
        if (string.Equals(builder.Configuration["Fazhi:Logging"], "json", StringComparison.OrdinalIgnoreCase))
        {
            builder.Logging.AddJsonConsole(options =>
            {
                options.IncludeScopes = true;
                options.UseUtcTimestamp = true;
                options.TimestampFormat = LineFormatter.TimestampFormat;
            });
            return;
        }

        builder.Logging.AddConsole(options => options.FormatterName = LineFormatter.FormatterName);
        builder.Logging.AddConsoleFormatter<LineFormatter, ConsoleFormatterOptions>();
    }
}
