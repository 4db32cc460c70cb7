using System.Buffers;

namespace Fazhi.Cli.Commands.Searching;

/// <summary>A word as it is typed in a shell.</summary>
internal static class ShellWord
{
    private static readonly SearchValues<char> Special = SearchValues.Create(" \t\r\n\"'`$\\|&;<>()[]{}*?!~#");

    /// <summary>The word, in single quotes where a shell would read it otherwise.</summary>
    public static string Of(string word) =>
        word.Length > 0 && !word.AsSpan().ContainsAny(Special) ? word : $"'{word.Replace("'", "'\\''", StringComparison.Ordinal)}'";
}
