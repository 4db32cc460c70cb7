namespace Fazhi.Documents.Structure;

/// <summary>
/// Finds again the numbers that an export lost to bullets. Between two printed numbers p and n there are k bullets:
/// n = p + k + 1 says that they are the numbers between; n = p + 1 says that they are only bullets. Where a new heading
/// lies between, n = k' + 1 (k' bullets after it) says that counting began anew there.
/// </summary>
internal sealed class LostNumbers
{
    private readonly LineFacts _facts;
    private readonly List<(int Line, int Group)> _run = [];
    private readonly List<(int Previous, int PreviousGroup, List<(int Line, int Group)> Run)> _undecided = [];
    private int _continuing;
    private int _restarting;
    private int _onlyBullets;

    private LostNumbers(LineFacts facts)
    {
        _facts = facts;
        Inferred = new bool[facts.Count];
    }

    /// <summary>For each line, whether its number was inferred.</summary>
    public bool[] Inferred { get; }

    /// <summary>Replaces bullets by the numbers they stand for, and removes the label of those that are only bullets.</summary>
    public static bool[] Resolve(LineFacts facts, ReadBudget budget)
    {
        var numbers = new LostNumbers(facts);
        numbers.DecideBetweenPrinted(budget);
        foreach (var (previous, previousGroup, run) in numbers._undecided)
            numbers.DecideByHabit(previous, previousGroup, run);
        return numbers.Inferred;
    }

    private void DecideBetweenPrinted(ReadBudget budget)
    {
        int previous = 0, previousGroup = 0, group = 0;
        for (var i = 0; i < _facts.Count; i++)
        {
            budget.Spend();
            if (_facts.Labels[i] is not { } label)
                continue;
            if (label.Kind < LabelKind.Arabic)
            {
                group++;
            }
            else if (label.Kind == LabelKind.Bullet)
            {
                _run.Add((i, group));
            }
            else if (label.Kind == LabelKind.Arabic)
            {
                if (_run.Count > 0)
                    Decide(previous, previousGroup, label.Number, group);
                else if (group != previousGroup && previous > 0)
                    Count(ref label.Number == previous + 1 ? ref _continuing : ref _restarting);
                (previous, previousGroup) = (label.Number, group);
            }
        }

        if (_run.Count > 0)
            _undecided.Add((previous, previousGroup, [.. _run]));
    }

    private static void Count(ref int counter) => counter++;

    private void Decide(int previous, int previousGroup, int next, int group)
    {
        var sameGroup = _run.Count(b => b.Group == group);
        if (next == previous + _run.Count + 1)
        {
            _continuing++;
            Number(_run, previous, previousGroup, restart: false);
        }
        else if (group != previousGroup && next == sameGroup + 1)
        {
            _restarting++;
            Number(_run, previous, previousGroup, restart: true);
        }
        else if (next == previous + 1)
        {
            _onlyBullets++;
            Forget(_run);
        }
        else
        {
            _undecided.Add((previous, previousGroup, [.. _run]));
        }

        _run.Clear();
    }

    private void DecideByHabit(int previous, int previousGroup, List<(int Line, int Group)> run)
    {
        var bearsUnits = run.Any(b => _facts.Notes[b.Line] is not null || (b.Line + 1 < _facts.Count && _facts.Notes[b.Line + 1] is { WholeLine: true }));
        var seen = _continuing + _restarting;
        if (previous == 0 || _onlyBullets > seen || (seen == 0 && !bearsUnits))
            Forget(run);
        else
            Number(run, previous, previousGroup, restart: _restarting > _continuing);
    }

    private void Number(List<(int Line, int Group)> run, int previous, int group, bool restart)
    {
        foreach (var (line, itsGroup) in run)
        {
            previous = restart && itsGroup != group ? 1 : previous + 1;
            group = itsGroup;
            _facts.Labels[line] = _facts.Labels[line]!.Value with { Kind = LabelKind.Arabic, Number = previous };
            Inferred[line] = true;
        }
    }

    private void Forget(List<(int Line, int Group)> run)
    {
        foreach (var (line, _) in run)
            _facts.Labels[line] = null;
    }
}
