using System.Buffers;
using Fazhi.Documents.Layout;

namespace Fazhi.Documents.Metadata;

/// <summary>Tells texts that are program code, or have hardly any Chinese, from documents.</summary>
internal static class SourceCode
{
    private const int Window = 20_000;
    private const int LeastHanPercent = 10;
    private const int LeastStatements = 3;

    private static readonly string[] Starts =
    [
        "#!/", "#include", "<?php", "import ", "from ", "def ", "class ", "return ", "using ", "namespace ", "public ", "private ", "package ", "func ", "function ", "var ", "let ", "const ", "for ", "for(", "if ", "if(", "with ", "print(", "open(", "echo ",
    ];

    private static readonly SearchValues<char> Signs = SearchValues.Create("=(){};:'\"");

    /// <summary>True when several lines are statements, or next to nothing is written in Chinese.</summary>
    public static bool IsIn(Page page)
    {
        var statements = 0;
        foreach (var line in page.Lines)
        {
            if (line.Start > Window)
                break;
            if (IsStatement(page.FoldedAt(line.Range)) && ++statements >= LeastStatements)
                return true;
        }

        return !HasChinese(page.Folded.AsSpan(0, Math.Min(page.Folded.Length, Window)));
    }

    private static bool IsStatement(ReadOnlySpan<char> line)
    {
        if (line.IsEmpty || !char.IsAscii(line[0]))
            return false;
        foreach (var start in Starts)
        {
            if (line.StartsWith(start, StringComparison.Ordinal))
                return line.ContainsAny(Signs) || start is "import " or "#!/" or "#include";
        }

        return false;
    }

    private static bool HasChinese(ReadOnlySpan<char> text)
    {
        int han = 0, letters = 0;
        foreach (var c in text)
        {
            if (c is >= '\u4E00' and <= '\u9FFF')
                han++;
            else if (char.IsAsciiLetter(c))
                letters++;
        }

        return han * 100 >= (han + letters) * LeastHanPercent;
    }
}
