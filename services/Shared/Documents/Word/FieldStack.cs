using System.Text;

namespace Fazhi.Documents.Word;

/// <summary>The fields that are open at one place of the text: what they say to Word is hidden, what they gave is shown, except page numbers and contents.</summary>
/// <param name="areBalanced">Every field that begins also ends; where not, none is taken to reach beyond its paragraph.</param>
internal sealed class FieldStack(bool areBalanced)
{
    private const int Deepest = 64;
    private const int LongestInstruction = 2000;

    private readonly List<Field> _open = [];

    /// <summary>True where text is no content.</summary>
    public bool Hides { get; private set; }

    /// <summary>True inside a table of contents.</summary>
    public bool InContents => _open.Exists(f => f.InResult && f.IsContents);

    public void Begin()
    {
        if (_open.Count < Deepest)
            _open.Add(new());
        Update();
    }

    public void Separate()
    {
        if (_open.Count > 0)
            _open[^1].InResult = true;
        Update();
    }

    /// <summary>Ends a field; what it prints without having a result: the enclosed character of an EQ field.</summary>
    public string End()
    {
        if (_open.Count == 0)
            return "";
        var field = _open[^1];
        _open.RemoveAt(_open.Count - 1);
        Update();
        return field.InResult || Hides ? "" : Equation(field.Instruction.ToString());
    }

    public void AddInstruction(string words)
    {
        if (_open.Count > 0 && !_open[^1].InResult && _open[^1].Instruction.Length < LongestInstruction)
            _open[^1].Instruction.Append(words);
    }

    /// <summary>An instruction ends with its paragraph at the latest: a damaged one must not hide what follows.</summary>
    public void EndParagraph()
    {
        if (_open.RemoveAll(f => !areBalanced || !f.InResult) > 0)
            Update();
    }

    /// <summary>True for fields whose result is no content: numbers of pages, contents.</summary>
    public static bool IsNoContent(string? instruction) =>
        Name(instruction) is "PAGE" or "NUMPAGES" or "SECTIONPAGES" or "PAGEREF" or "TOC";

    private static string Name(string? instruction)
    {
        var words = instruction.AsSpan().Trim();
        var end = words.IndexOfAny(' ', '\\', '\t');
        return (end < 0 ? words : words[..end]).ToString().ToUpperInvariant();
    }

    /// <summary>EQ \o\ac(○,1) draws 1 into a circle; EQ \o\ad(\s\up 9(reading),字) a reading over a word.</summary>
    private static string Equation(string instruction)
    {
        if (Name(instruction) != "EQ" || !instruction.Contains("\\o", StringComparison.OrdinalIgnoreCase))
            return "";
        var comma = instruction.LastIndexOfAny([',', '，', ';']);
        var close = instruction.LastIndexOf(')');
        if (comma < 0 || close <= comma)
            return "";
        var words = instruction[(comma + 1)..close].Trim();
        var circled = instruction.AsSpan(0, comma).TrimEnd().EndsWith("○", StringComparison.Ordinal);
        return circled && int.TryParse(words, out var number) ? NumberFormat.Write(number, "decimalEnclosedCircle") : words;
    }

    private void Update() => Hides = _open.Exists(f => !f.InResult || f.IsNoContent);

    private sealed class Field
    {
        private bool? _isNoContent;

        public StringBuilder Instruction { get; } = new();

        public bool InResult { get; set; }

        public bool IsNoContent => _isNoContent ??= FieldStack.IsNoContent(Instruction.ToString());

        public bool IsContents => IsNoContent && Name(Instruction.ToString()) == "TOC";
    }
}
