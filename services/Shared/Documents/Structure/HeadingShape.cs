namespace Fazhi.Documents.Structure;

/// <summary>What the headings after one form of number look like in a document: how long they are and how many clauses they have.</summary>
internal sealed class HeadingShape
{
    private const int Slack = 6;
    private const int Shortest = 4;
    private const int Longest = 40;

    private readonly int[] _byCommas = new int[3];
    private int _without;
    private int _alone;
    private int _shortest = int.MaxValue;
    private int _longest;
    private int _sum;

    private int With => _byCommas[0] + _byCommas[1] + _byCommas[2];

    /// <summary>At least two have a heading, and most do.</summary>
    public bool IsUsual => With >= 2 && With >= _without;

    /// <summary>At least one heading runs into its paragraph.</summary>
    public bool RunsIn { get; set; }

    /// <summary>At least one heading stands alone.</summary>
    public bool StandsAlone => _alone > 0;

    /// <summary>The usual number of commas in a heading.</summary>
    public int Commas => Array.IndexOf(_byCommas, Math.Max(_byCommas[0], Math.Max(_byCommas[1], _byCommas[2])));

    public int Least => Math.Max(Shortest, _shortest - Slack);

    public int Most => Math.Min(Longest, _longest + Slack);

    public double Mean => With == 0 ? 0 : (double)_sum / With;

    public void Add(ReadOnlySpan<char> heading, bool standsAlone)
    {
        if (heading.IsEmpty)
        {
            _without++;
            return;
        }

        _byCommas[Math.Min(heading.Count(','), 2)]++;
        _alone += standsAlone ? 1 : 0;
        RunsIn |= !standsAlone;
        _shortest = Math.Min(_shortest, heading.Length);
        _longest = Math.Max(_longest, heading.Length);
        _sum += heading.Length;
    }

    /// <summary>Whether words could be such a heading.</summary>
    public bool Fits(ReadOnlySpan<char> words) => words.Length >= Least && words.Length <= Most && words.Count(',') == Commas && words.IndexOfAny('。', ';', ':') < 0;
}
