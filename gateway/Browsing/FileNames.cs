namespace Fazhi.Gateway.Browsing;

/// <summary>Names for files that a browser saves.</summary>
internal static class FileNames
{
    private const int MaxLength = 120;

    /// <summary>The name as a label, without anything that a file system could take for a path or a control; "original" if nothing is left.</summary>
    public static string Safe(string fileName)
    {
        var name = new string([.. fileName.Select(character => char.IsControl(character) || "/\\:*?\"<>|".Contains(character, StringComparison.Ordinal) ? '_' : character)]).Trim(' ', '.');
        return name.Length == 0 ? "original" : name[..Math.Min(name.Length, MaxLength)];
    }
}
