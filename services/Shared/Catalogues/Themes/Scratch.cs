using System.Runtime.InteropServices;

namespace Fazhi.Catalogues.Themes;

/// <summary>Working memory of a thread for one classification at a time; kept, since most texts are short and many.</summary>
internal sealed class Scratch
{
    private const int Kept = 1 << 16;

    [ThreadStatic]
    private static Scratch? _current;

    private double[] _factors = [];
    private int[] _times = [];
    private double[] _sums = [];

    /// <summary>The words found, in order.</summary>
    public List<WordFinder.Match> Matches { get; private set; } = [];

    /// <summary>An empty working memory for texts of a classifier with so many words and themes.</summary>
    public static Scratch Rent(int words, int themes)
    {
        var scratch = _current ?? new();
        _current = null;
        if (scratch._times.Length < words)
            scratch._times = new int[words];
        if (scratch._sums.Length < themes)
            scratch._sums = new double[themes];
        scratch.Sums(themes).Clear();
        return scratch;
    }

    /// <summary>Gives it back to its thread; what one very long text needed is let go.</summary>
    public void Return()
    {
        if (Matches.Capacity > Kept)
            (Matches, _factors) = ([], []);
        Matches.Clear();
        _current = this;
    }

    /// <summary>The matches, while none is added.</summary>
    public Span<WordFinder.Match> Found => CollectionsMarshal.AsSpan(Matches);

    /// <summary>A factor for each match.</summary>
    public Span<double> Factors
    {
        get
        {
            if (_factors.Length < Matches.Count)
                _factors = new double[Math.Max(Matches.Count, 64)];
            return _factors.AsSpan(0, Matches.Count);
        }
    }

    /// <summary>How often each word was seen: all zero between uses, which whoever counts sees to.</summary>
    public Span<int> Times => _times;

    /// <summary>A sum for each theme.</summary>
    public Span<double> Sums(int themes) => _sums.AsSpan(0, themes);
}
