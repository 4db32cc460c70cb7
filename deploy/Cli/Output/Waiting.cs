using Spectre.Console;

namespace Fazhi.Cli.Output;

/// <summary>Shows a person on the error output how far something is; a script sees nothing of it.</summary>
internal sealed class Waiting(TextWriter errors, bool json)
{
    private bool IsPerson => !json && ReferenceEquals(errors, Console.Error) && !Console.IsErrorRedirected;

    /// <summary>Does the work, which says how far it is as often as it likes.</summary>
    public async Task<T> ForAsync<T>(string title, Func<Action<string>, Task<T>> work)
    {
        if (!IsPerson)
            return await work(_ => { });
        var canvas = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(errors) });
        return await canvas.Status().StartAsync(Markup.Escape(title), context => work(state => context.Status = Markup.Escape($"{title}：{SafeText.Of(state)}")));
    }
}
