using System.CommandLine;
using System.CommandLine.Parsing;

namespace Fazhi.Cli.Commands;

/// <summary>The few values that an option can have, each with the words for it: English first, then Chinese.</summary>
internal sealed class Choices<T>(params (T Value, string[] Names)[] choices)
    where T : struct, Enum
{
    private static readonly char[] Separators = [',', '，', '、'];

    private string All => string.Join("、", choices.Select(choice => string.Join('|', choice.Names)));

    /// <summary>The first word for a value; empty for one that cannot be chosen.</summary>
    public string NameOf(T value) => choices.FirstOrDefault(choice => choice.Value.Equals(value)).Names?[0] ?? "";

    /// <summary>An option that may be given once.</summary>
    public Option<T> One(string name, string description) => new(name)
    {
        Description = $"{description}：{All}",
        HelpName = "NAME",
        CustomParser = result => Parse(name, result.Tokens[^1].Value, result),
    };

    /// <summary>An option that may be given several times, or once with commas.</summary>
    public Option<T[]> Many(string name, string description) => new(name)
    {
        Description = $"{description}：{All}（可重复，或用逗号隔开）",
        HelpName = "NAME",
        CustomParser = result => [.. result.Tokens.SelectMany(token => token.Value.Split(Separators)).Select(word => Parse(name, word, result))],
        DefaultValueFactory = _ => [],
    };

    private T Parse(string option, string word, ArgumentResult result)
    {
        foreach (var (value, names) in choices)
        {
            if (names.Contains(word, StringComparer.OrdinalIgnoreCase))
                return value;
        }
        result.AddError($"{option} 没有 {word} 这个值，可用的有：{All}");
        return choices[0].Value;
    }
}
