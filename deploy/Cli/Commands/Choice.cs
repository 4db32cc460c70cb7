using System.CommandLine;
using System.CommandLine.Parsing;

namespace Fazhi.Cli.Commands;

/// <summary>An option that takes one of a few words, English or Chinese, for a value each.</summary>
internal static class Choice
{
    /// <summary>An option that may be given once.</summary>
    public static Option<T> One<T>(string name, string description, params (T Value, string[] Names)[] choices) => new(name)
    {
        Description = $"{description}：{Describe(choices)}",
        HelpName = "NAME",
        CustomParser = result => Parse(name, result.Tokens[^1], choices, result),
    };

    /// <summary>An option that may be given several times.</summary>
    public static Option<T[]> Many<T>(string name, string description, params (T Value, string[] Names)[] choices) => new(name)
    {
        Description = $"{description}：{Describe(choices)}（可重复）",
        HelpName = "NAME",
        CustomParser = result => [.. result.Tokens.Select(token => Parse(name, token, choices, result))],
        DefaultValueFactory = _ => [],
    };

    private static T Parse<T>(string option, Token token, (T Value, string[] Names)[] choices, ArgumentResult result)
    {
        foreach (var (value, names) in choices)
        {
            if (names.Contains(token.Value, StringComparer.OrdinalIgnoreCase))
                return value;
        }
        result.AddError($"{option} 没有 {token.Value} 这个值，可用的有：{Describe(choices)}");
        return choices[0].Value;
    }

    private static string Describe<T>((T Value, string[] Names)[] choices) => string.Join("、", choices.Select(choice => string.Join('|', choice.Names)));
}
