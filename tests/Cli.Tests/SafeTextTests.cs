using Fazhi.Cli.Output;
using FsCheck;
using FsCheck.Fluent;
using Spectre.Console;

namespace Fazhi.Cli.Tests;

public sealed class SafeTextTests
{
    [Theory]
    [InlineData("法治\e[2J政府", "法治\uFFFD[2J政府")]
    [InlineData("a\u009Bb\u0007", "a\uFFFDb\uFFFD")]
    [InlineData("一\r\n二\t三", "一  二 三")]
    [InlineData("\u202Etxt.exe", "\uFFFDtxt.exe")]
    [InlineData("政务公开 100%", "政务公开 100%")]
    public void Unsafe_characters_are_replaced(string text, string safe) => Assert.Equal(safe, SafeText.Of(text));

    [Fact]
    public void No_control_character_is_left_and_ranges_stay_true() =>
        Prop.ForAll<NonNull<string>>(text =>
        {
            var safe = SafeText.Of(text.Get);
            return safe.Length == text.Get.Length && !safe.Any(char.IsControl);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Text_with_highlights_is_the_text_whatever_the_places_are() =>
        Prop.ForAll<NonNull<string>, (int, int)[]>((text, places) =>
        {
            var shown = Plain(Cells.Highlighted(text.Get, places));
            return shown == SafeText.Of(text.Get);
        }).QuickCheckThrowOnFailure();

    // Markup in a document is text: it neither fails nor colours.
    [Fact]
    public void Square_brackets_are_not_markup() => Assert.Equal("[red]x[/] [[", Plain(Cells.Highlighted("[red]x[/] [[", [(0, 3)])));

    private static string Plain(Paragraph paragraph)
    {
        using var output = new StringWriter();
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(output), Ansi = AnsiSupport.No });
        return string.Concat(((Spectre.Console.Rendering.IRenderable)paragraph).GetSegments(console).Where(segment => !segment.IsLineBreak).Select(segment => segment.Text));
    }
}
