using System.Runtime.InteropServices;

namespace Fazhi.Catalogues.Themes;

/// <summary>
/// Finds all of many words in one pass, those too that overlap: an Aho–Corasick automaton. Of words inside one another only the longest is
/// told: 行政复议委员会 is not also 行政复议. Folds the text itself, and looks over quotes and blanks.
/// </summary>
/// <remarks>
/// The transitions are a double array: from state s with symbol c to the place <c>_base[s] + c</c>, if that place says that it belongs to s.
/// Only a few hundred characters begin or continue a word; all others are symbol 0 and lead back to the start without a look at the array.
/// </remarks>
internal sealed class WordFinder
{
    private const ushort Unseen = ushort.MaxValue;
    private const int GivenUp = 16;
    private readonly ushort[] _symbols = new ushort[char.MaxValue + 1];
    private readonly int[] _lengths;
    private int[] _base = [];
    private int[] _owner = [];
    private int[] _fail = [];
    private int[] _word = [];

    /// <summary>Takes in the words, each once, in the form of <see cref="ThemeText.Normalise"/>.</summary>
    public WordFinder(IReadOnlyList<string> words)
    {
        _lengths = [.. words.Select(w => w.Length)];
        var symbolCount = NumberSymbols(words);
        Build(words, symbolCount);
    }

    /// <summary>A word that was found.</summary>
    /// <param name="Word">Its index.</param>
    /// <param name="Start">Where it begins, counted without what is looked over.</param>
    /// <param name="End">The code unit after its last.</param>
    public readonly record struct Match(int Word, int Start, int End);

    /// <summary>Adds the words of <paramref name="text"/> to <paramref name="found"/>, in order.</summary>
    public void Find(ReadOnlySpan<char> text, List<Match> found)
    {
        var symbols = _symbols;
        var first = found.Count;
        var state = 0;
        var seen = 0;
        for (var i = 0; i < text.Length; i++)
        {
            var symbol = symbols[text[i]];
            if (symbol == Unseen)
                continue;
            seen++;
            state = symbol == 0 ? 0 : Next(state, symbol);
            if (state != 0 && _word[state] is >= 0 and var word)
                Add(found, first, new(word, seen - _lengths[word], i + 1));
        }
    }

    /// <summary>Where a match begins, counted in code units of the text that it was found in.</summary>
    public int StartOf(Match match, ReadOnlySpan<char> text)
    {
        var at = match.End;
        for (var left = _lengths[match.Word]; left > 0; left--)
        {
            do
                at--;
            while (_symbols[text[at]] == Unseen);
        }

        return at;
    }

    /// <summary>A word that ends later and does not begin later than those before holds them.</summary>
    private static void Add(List<Match> found, int first, Match match)
    {
        while (found.Count > first && CollectionsMarshal.AsSpan(found)[^1].Start >= match.Start)
            found.RemoveAt(found.Count - 1);
        found.Add(match);
    }

    private int Next(int state, ushort symbol)
    {
        while (true)
        {
            var place = _base[state] + symbol;
            if (_owner[place] == state)
                return place;
            if (state == 0)
                return 0;
            state = _fail[state];
        }
    }

    private int NumberSymbols(IReadOnlyList<string> words)
    {
        ushort count = 0;
        var numbers = new Dictionary<char, ushort>();
        foreach (var c in words.SelectMany(w => w))
        {
            if (!numbers.ContainsKey(c))
                numbers.Add(c, ++count);
        }

        for (var c = 0; c <= char.MaxValue; c++)
        {
            var folded = Fold.Char((char)c);
            _symbols[c] = ThemeText.IsUnseen(folded) ? Unseen : numbers.GetValueOrDefault(folded);
        }

        return count;
    }

    private void Build(IReadOnlyList<string> words, int symbolCount)
    {
        // 1. a tree of the words
        var root = new Node();
        for (var i = 0; i < words.Count; i++)
        {
            var node = root;
            foreach (var c in words[i])
                node = node.Child(_symbols[c]);
            node.Word = i;
        }

        // 2. nodes to places, level by level, so that a node's fallback is placed before it
        Grow(symbolCount + 1);
        var free = 1;
        var queue = new Queue<Node>([root]);
        while (queue.TryDequeue(out var node))
        {
            Place(node, symbolCount, ref free);
            foreach (var (symbol, child) in node.Children)
            {
                child.Place = _base[node.Place] + symbol;
                child.Fail = node.Parent is null ? root : Fallback(node.Fail!, symbol, root);
                if (child.Word < 0)
                    child.Word = child.Fail.Word;
                queue.Enqueue(child);
            }
        }

        // 3. fallbacks and words by place
        _fail = new int[_owner.Length];
        _word = new int[_owner.Length];
        Array.Fill(_word, -1);
        Write(root);
    }

    private static Node Fallback(Node from, ushort symbol, Node root)
    {
        for (var node = from; ; node = node.Fail!)
        {
            if (node.Children.TryGetValue(symbol, out var next))
                return next;
            if (node == root)
                return root;
        }
    }

    private void Place(Node node, int symbolCount, ref int free)
    {
        if (node.Children.Count == 0)
            return;
        while (_owner[free] >= 0)
            Grow(++free + symbolCount + 1);
        var offset = Math.Max(0, free - node.Children.Keys.First());
        var first = offset;
        while (!Fits(node, offset, symbolCount))
            offset++;
        // Gaps that were looked at in vain are given up: many words cost no more time than their number.
        if (offset - first > GivenUp)
            free = Math.Max(free, offset - GivenUp);
        _base[node.Place] = offset;
        foreach (var symbol in node.Children.Keys)
            _owner[offset + symbol] = node.Place;
    }

    private bool Fits(Node node, int offset, int symbolCount)
    {
        Grow(offset + symbolCount + 1);
        foreach (var symbol in node.Children.Keys)
        {
            if (_owner[offset + symbol] >= 0)
                return false;
        }

        return true;
    }

    private void Grow(int size)
    {
        var old = _owner.Length;
        if (old >= size)
            return;
        var length = Math.Max(size, Math.Max(1024, old * 2));
        Array.Resize(ref _base, length);
        Array.Resize(ref _owner, length);
        Array.Fill(_owner, -1, old, length - old);
    }

    private void Write(Node node)
    {
        _word[node.Place] = node.Word;
        _fail[node.Place] = node.Fail?.Place ?? 0;
        foreach (var child in node.Children.Values)
            Write(child);
    }

    private sealed class Node
    {
        public Node? Parent { get; private init; }

        public SortedDictionary<ushort, Node> Children { get; } = [];

        public int Word { get; set; } = -1;

        public int Place { get; set; }

        public Node? Fail { get; set; }

        public Node Child(ushort symbol)
        {
            if (!Children.TryGetValue(symbol, out var child))
                Children.Add(symbol, child = new() { Parent = this });
            return child;
        }
    }
}
