using System.Globalization;
using System.Runtime.InteropServices;

namespace Fazhi.EndToEnd.Tests.Platform;

/// <summary>A process as /proc shows it; the tests see the platform from outside and ask nobody's objects.</summary>
/// <param name="Id">Process id.</param>
/// <param name="Arguments">Its command line.</param>
/// <param name="Environment">Its environment at the start.</param>
internal sealed partial record LinuxProcess(int Id, IReadOnlyList<string> Arguments, IReadOnlyDictionary<string, string> Environment)
{
    public const int Interrupt = 2;
    public const int Kill = 9;
    public const int Terminate = 15;
    public const int Continue = 18;
    public const int Stop = 19;

    /// <summary>Whether the process runs; one that ended and was not waited for does not.</summary>
    public static bool IsAlive(int id)
    {
        var stat = ReadOrEmpty($"/proc/{id}/stat");
        return stat.Length > 0 && Fields(stat)[0] is not ("Z" or "X");
    }

    /// <summary>The processes that this one started and that still run.</summary>
    public static IReadOnlyList<LinuxProcess> ChildrenOf(int parent) =>
        [.. Directory.EnumerateDirectories("/proc")
            .Select(folder => int.TryParse(Path.GetFileName(folder), CultureInfo.InvariantCulture, out var id) ? id : 0)
            .Where(id => id > 0 && ParentOf(id) == parent && IsAlive(id))
            .Select(Read)];

    /// <summary>Sends a signal, as a person would with kill.</summary>
    public static void Signal(int id, int signal)
    {
        if (SendSignal(id, signal) != 0)
            throw new InvalidOperationException($"kill -{signal} {id} failed with errno {Marshal.GetLastPInvokeError()}.");
    }

    private static LinuxProcess Read(int id) => new(
        id,
        ReadOrEmpty($"/proc/{id}/cmdline").Split('\0', StringSplitOptions.RemoveEmptyEntries),
        ReadOrEmpty($"/proc/{id}/environ").Split('\0', StringSplitOptions.RemoveEmptyEntries)
            .Select(entry => entry.Split('=', 2))
            .Where(entry => entry.Length == 2)
            .ToDictionary(entry => entry[0], entry => entry[1]));

    private static int ParentOf(int id)
    {
        var stat = ReadOrEmpty($"/proc/{id}/stat");
        return stat.Length > 0 ? int.Parse(Fields(stat)[1], CultureInfo.InvariantCulture) : -1;
    }

    /// <summary>The fields after the name in brackets, which may itself hold spaces and brackets: state, parent, …</summary>
    private static string[] Fields(string stat) => stat[(stat.LastIndexOf(')') + 2)..].Split(' ');

    private static string ReadOrEmpty(string path)
    {
        try
        {
            return File.ReadAllText(path);
        }
        catch (IOException)
        {
            // It ended between two looks.
            return "";
        }
    }

    [LibraryImport("libc", EntryPoint = "kill", SetLastError = true)]
    private static partial int SendSignal(int id, int signal);
}
