using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;

namespace Fazhi.Benchmarks;

/// <summary>Prints figures.</summary>
internal static class Report
{
    public static void Machine() =>
        Console.WriteLine($"{RuntimeInformation.FrameworkDescription}, {RuntimeInformation.OSDescription}, {Environment.ProcessorCount} cores, {DateTime.UtcNow:yyyy-MM-dd}");

    public static void Title(string title) => Console.WriteLine($"\n{title}");

    /// <summary>What was measured so far, for who waits for a table: on the error stream, which is no part of the report.</summary>
    public static void Progress(string name, Latencies measured) =>
        Console.Error.WriteLine($"  … {name}, {measured.Clients} at once: {Milliseconds(measured.Median)} ms");

    /// <summary>One table: rows of measurements, each as a ratio to the row named as its baseline, for the same number of clients.</summary>
    public static void Table(IReadOnlyList<(string Name, Latencies Measured)> rows, string baseline)
    {
        Line("", "clients", "p50 ms", "p99 ms", "calls/s", $"p50 / {baseline}");
        foreach (var (name, measured) in rows)
        {
            var bases = rows.Single(row => row.Name == baseline && row.Measured.Clients == measured.Clients).Measured;
            Line(name, Number(measured.Clients, "0"), Milliseconds(measured.Median), Milliseconds(measured.P99), Number(measured.PerSecond, "0"), Number(measured.Median / bases.Median, "0.00"));
        }
    }

    public static void Line(string first, params IReadOnlyList<string> cells)
    {
        var line = new StringBuilder().Append("  ").Append(first.PadRight(34));
        foreach (var cell in cells)
            line.Append(cell.PadLeft(Math.Max(11, cell.Length + 2)));
        Console.WriteLine(line);
    }

    public static string Number(double value, string form) => value.ToString(form, CultureInfo.InvariantCulture);

    public static string Milliseconds(TimeSpan time) => Number(time.TotalMilliseconds, "0.000");
}
