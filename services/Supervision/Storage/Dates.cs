using System.Globalization;

namespace Fazhi.Supervision.Storage;

/// <summary>Days and times as they are stored and sent.</summary>
internal static class Dates
{
    private const string Form = "yyyy-MM-dd";

    // Deadlines are days of China's one time zone, whatever the machine's is.
    private static readonly TimeSpan BeijingOffset = TimeSpan.FromHours(8);

    public static string Print(DateOnly date) => date.ToString(Form, CultureInfo.InvariantCulture);

    public static DateOnly Parse(string date) => DateOnly.ParseExact(date, Form, CultureInfo.InvariantCulture);

    public static DateOnly Today(TimeProvider time) => DateOnly.FromDateTime(time.GetUtcNow().ToOffset(BeijingOffset).DateTime);

    /// <summary>The present, to the millisecond that is stored.</summary>
    public static DateTimeOffset Now(TimeProvider time) => Time(Milliseconds(time.GetUtcNow()));

    public static long Milliseconds(DateTimeOffset time) => time.ToUnixTimeMilliseconds();

    public static DateTimeOffset Time(long milliseconds) => DateTimeOffset.FromUnixTimeMilliseconds(milliseconds);
}
