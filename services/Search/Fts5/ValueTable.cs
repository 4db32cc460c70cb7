namespace Fazhi.Search.Fts5;

/// <summary>Values of several parts that many documents or passages refer to by number: their region paths, issuers, themes, functions. Only ever grows.</summary>
internal sealed class ValueTable
{
    private readonly Dictionary<string, int> numbers = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> partNumbers = new(StringComparer.Ordinal);
    private int[][] values = [];
    private string[] parts = [];

    /// <summary>As it is now.</summary>
    public View Now => new(values, numbers.Count, parts, partNumbers.Count);

    /// <summary>The number of a value (see <see cref="ColumnRecord.Parts"/>).</summary>
    public int NumberOf(string joined)
    {
        if (numbers.TryGetValue(joined, out var number))
            return number;
        number = numbers.Count;
        ColumnStore.Grow(ref values, number + 1);
        values[number] = [.. ColumnRecord.Parts(joined).Select(PartNumberOf)];
        numbers.Add(joined, number);
        return number;
    }

    private int PartNumberOf(string part)
    {
        if (partNumbers.TryGetValue(part, out var number))
            return number;
        number = partNumbers.Count;
        ColumnStore.Grow(ref parts, number + 1);
        parts[number] = part;
        partNumbers.Add(part, number);
        return number;
    }

    /// <summary>The values of one generation.</summary>
    /// <param name="values">The parts of each, by number; what is behind the count is of later generations.</param>
    /// <param name="count">How many values.</param>
    /// <param name="parts">The parts themselves.</param>
    /// <param name="partCount">How many parts.</param>
    internal sealed class View(int[][] values, int count, string[] parts, int partCount)
    {
        /// <summary>How many values.</summary>
        public int Count => count;

        /// <summary>How many different parts they have together.</summary>
        public int PartCount => partCount;

        /// <summary>A part.</summary>
        public string Part(int number) => parts[number];

        /// <summary>The numbers of a value's parts.</summary>
        public int[] PartsOf(int value) => values[value];

        /// <summary>The parts of a value.</summary>
        public IReadOnlyList<string> NamesOf(int value) => [.. values[value].Select(part => parts[part])];

        /// <summary>For each value, whether one of its parts is wanted.</summary>
        public bool[] Having(Predicate<string> wanted)
        {
            bool[] isWanted = [.. parts.Take(partCount).Select(part => wanted(part))];
            return [.. values.Take(count).Select(value => Array.Exists(value, part => isWanted[part]))];
        }
    }
}
