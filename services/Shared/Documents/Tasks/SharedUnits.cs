using Fazhi.Documents.Structure;

namespace Fazhi.Documents.Tasks;

/// <summary>
/// Units that are printed once for several tasks: at the heading above them, or, where a plan does so throughout, once after the last task of every group.
/// </summary>
internal sealed class SharedUnits
{
    private readonly LineFacts _facts;
    private readonly Outline _outline;
    private readonly List<int>[] _linesOf;
    private readonly bool[] _hasChild;
    private readonly List<UnitNotePart>?[] _parts;

    public SharedUnits(LineFacts facts, Outline outline, List<int>[] linesOf, bool[] hasChild)
    {
        _facts = facts;
        _outline = outline;
        _linesOf = linesOf;
        _hasChild = hasChild;
        _parts = new List<UnitNotePart>?[linesOf.Length];
        AtHeadings = new bool[linesOf.Length];
        ReadHeadings();
        ReadGroups();
    }

    /// <summary>For each section, whether its units stand at its heading and go for the parts below it.</summary>
    public bool[] AtHeadings { get; }

    /// <summary>The units that go for a section without its own; null where there are none.</summary>
    public List<UnitNotePart>? For(int section)
    {
        for (var i = _outline.Sections[section].ParentIndex; i >= 0; i = _outline.Sections[i].ParentIndex)
        {
            if (_parts[i] is { } parts)
                return parts;
        }

        return null;
    }

    private void ReadHeadings()
    {
        for (var i = 0; i < _linesOf.Length; i++)
        {
            if (!_hasChild[i] || !HasNotes(i) || !_linesOf[i].TrueForAll(l => l == _outline.Lines[i] || _facts.Notes[l] is { WholeLine: true }))
                continue;
            // A sentence with its units on the numbered line is a task of its own.
            if (_facts.Notes[_outline.Lines[i]] is not null && _outline.Sections[i].Heading.Length == 0)
                continue;
            AtHeadings[i] = true;
            _parts[i] = PartsOf(i);
        }
    }

    private void ReadGroups()
    {
        var groups = new Dictionary<int, List<int>>();
        for (var i = 0; i < _linesOf.Length; i++)
        {
            var parent = _outline.Sections[i].ParentIndex;
            if (parent < 0 || _hasChild[i])
                continue;
            if (!groups.TryGetValue(parent, out var group))
                groups.Add(parent, group = []);
            group.Add(i);
        }

        var several = groups.Where(g => g.Value.Count > 1 && g.Value.Exists(HasNotes)).ToList();
        if (several.Count < 2 || !several.TrueForAll(g => IsGivenAtEnd(g.Value)))
            return;
        foreach (var (parent, group) in several)
            _parts[parent] ??= PartsOf(group[^1]);
    }

    private bool IsGivenAtEnd(List<int> group) =>
        group.FindIndex(HasNotes) == group.Count - 1 && _linesOf[group[^1]].TrueForAll(l => _facts.Notes[l] is null or { WholeLine: true });

    private bool HasNotes(int section) => _linesOf[section].Exists(l => _facts.Notes[l] is not null);

    private List<UnitNotePart> PartsOf(int section) => [.. _linesOf[section].Where(l => _facts.Notes[l] is not null).SelectMany(l => _facts.Notes[l]!.Parts)];
}
