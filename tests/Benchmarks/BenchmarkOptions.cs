using System.Globalization;

namespace Fazhi.Benchmarks;

/// <summary>What the command line asks for.</summary>
/// <param name="Groups">Groups in their order; empty for all.</param>
/// <param name="Documents">How many documents <c>search</c> and <c>index</c> are measured with.</param>
/// <param name="Sizes">Rising numbers of documents at which <c>growth</c> is measured.</param>
/// <param name="Engine">The only engine of search that is measured, as the service is told it; empty for both.</param>
internal sealed record BenchmarkOptions(IReadOnlyList<string> Groups, int Documents, IReadOnlyList<int> Sizes, string Engine)
{
    /// <summary>Reads <c>GROUP… [--documents N] [--sizes N,N…] [--engine fts5|elasticsearch]</c>.</summary>
    /// <exception cref="FormatException">It cannot be read: the message says why.</exception>
    public static BenchmarkOptions Parse(IReadOnlyList<string> args)
    {
        var options = new BenchmarkOptions([], 2_000, [10_000, 100_000], "");
        for (var i = 0; i < args.Count; i++)
        {
            options = args[i] switch
            {
                "--documents" => options with { Documents = Number(Value()) },
                "--sizes" => options with { Sizes = [.. Value().Split(',').Select(Number).Order()] },
                "--engine" => options with { Engine = Value() is "fts5" or "elasticsearch" ? args[i] : throw new FormatException($"{args[i]} is no engine: fts5 or elasticsearch") },
                _ => options with { Groups = [.. options.Groups, args[i]] },
            };

            string Value() => ++i < args.Count ? args[i] : throw new FormatException($"{args[i - 1]} needs a value");
        }
        return options;
    }

    private static int Number(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= 100
        ? number
        : throw new FormatException($"{text} is no number of documents from 100 on");
}
