using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using System.CommandLine.Parsing;
using System.Text.RegularExpressions;

namespace Fazhi.CommandLine;

/// <summary>
/// System.CommandLine in Chinese: its help and its complaints. Its own translation is incomplete and needs ICU, which these programs do without.
/// </summary>
internal static partial class ChineseCommandLine
{
    /// <summary>Parses and runs; returns the command's exit code, or <paramref name="usageError"/> if the arguments are wrong.</summary>
    public static async Task<int> RunAsync(RootCommand root, IReadOnlyList<string> arguments, InvocationConfiguration configuration, int usageError)
    {
        foreach (var option in root.Options)
        {
            if (option is HelpOption help)
            {
                help.Description = "显示帮助";
                help.Action = new ChineseHelp((HelpAction)help.Action!);
            }
            else if (option is VersionOption version)
            {
                version.Description = "显示版本";
            }
        }

        var parsed = root.Parse(arguments);
        if (parsed.Errors.Count == 0 || parsed.Action is ChineseHelp)
            return await parsed.InvokeAsync(configuration);

        foreach (var message in Complaints(parsed.Errors))
            await configuration.Error.WriteLineAsync($"错误：{message}");
        await configuration.Error.WriteLineAsync("用 --help 查看用法。");
        return usageError;
    }

    // A command that is not known is also reported as missing: that is the same mistake.
    private static IEnumerable<string> Complaints(IReadOnlyList<ParseError> errors)
    {
        var messages = errors.Select(error => error.Message).Distinct().ToList();
        return messages.Where(message => messages.Count == 1 || !CommandMissing().IsMatch(message)).Select(message => Complaint(message)).Distinct();
    }

    private static string Complaint(string message)
    {
        foreach (var (pattern, chinese) in Translations)
        {
            var match = pattern.Match(message);
            if (match.Success)
                return match.Result(chinese);
        }
        return message;
    }

    private static readonly (Regex Pattern, string Chinese)[] Translations =
    [
        (Unrecognized(), "无法识别的命令或参数：$1"),
        (CannotParseOption(), "$2 的值 $1 不是所需的类型"),
        (CannotParse(), "参数值 $1 不是所需的类型"),
        (ArgumentMissingForOption(), "$1 缺少值"),
        (ArgumentMissing(), "命令 $1 缺少参数"),
        (CommandMissing(), "缺少命令"),
        (OptionRequired(), "缺少必需的选项 $1"),
        (SingleArgument(), "$1 只能有一个值"),
        (NotAmong(), "不支持的值 $1，可用的有：$2"),
    ];

    [GeneratedRegex(@"^Unrecognized command or argument '(.*)'\.$", RegexOptions.Singleline)]
    private static partial Regex Unrecognized();

    [GeneratedRegex(@"^Cannot parse argument '(.*)' for option '(.*?)' as expected", RegexOptions.Singleline)]
    private static partial Regex CannotParseOption();

    [GeneratedRegex(@"^Cannot parse argument '(.*)' (?:for|as)", RegexOptions.Singleline)]
    private static partial Regex CannotParse();

    [GeneratedRegex(@"^Required argument missing for option: '(.*?)'")]
    private static partial Regex ArgumentMissingForOption();

    [GeneratedRegex(@"^Required argument.* missing for command: '(.*?)'")]
    private static partial Regex ArgumentMissing();

    [GeneratedRegex(@"^Required command was not provided")]
    private static partial Regex CommandMissing();

    [GeneratedRegex(@"^Option '(.*?)' is required")]
    private static partial Regex OptionRequired();

    [GeneratedRegex(@"^Option '(.*?)' expects a single argument")]
    private static partial Regex SingleArgument();

    [GeneratedRegex(@"^Argument '(.*)' not recognized\. Must be one of:\s*(.*)$", RegexOptions.Singleline)]
    private static partial Regex NotAmong();

    /// <summary>The help as the library lays it out, with its few fixed words in Chinese.</summary>
    private sealed class ChineseHelp(HelpAction inner) : SynchronousCommandLineAction
    {
        private static readonly (string English, string Chinese)[] Words =
        [
            ("Description:\n", "说明：\n"), ("Usage:\n", "用法：\n"), ("Arguments:\n", "参数：\n"), ("Options:\n", "选项：\n"), ("Commands:\n", "命令：\n"),
            ("[options]", "[选项]"), ("[command]", "[命令]"), ("[default: ", "[默认："), ("(REQUIRED)", "（必需）"),
        ];

        public override int Invoke(ParseResult parseResult)
        {
            var configuration = parseResult.InvocationConfiguration;
            var output = configuration.Output;
            using var text = new StringWriter { NewLine = "\n" };
            configuration.Output = text;
            var width = inner.MaxWidth;
            inner.MaxWidth = int.MaxValue;
            var code = inner.Invoke(parseResult);
            configuration.Output = output;
            var chinese = Words.Aggregate(text.ToString(), (help, word) => help.Replace(word.English, word.Chinese, StringComparison.Ordinal));
            output.Write(ChineseText.Fold(chinese, width));
            return code;
        }
    }
}
