namespace Fazhi.Catalogues.Tests;

public class PhraseSetTests
{
    private static readonly PhraseSet<int> Phrases = new(new Dictionary<string, int> { ["行政复议"] = 1, ["行政"] = 2, ["复议决定"] = 3 });

    [Theory]
    [InlineData("推进行政复议工作", 0, 2, 4, 1)]
    [InlineData("推进行政执法", 0, 2, 2, 2)]
    [InlineData("行政复议决定", 1, 2, 4, 3)]
    public void Longest_phrase_at_the_first_place_is_found(string text, int from, int start, int length, int meaning)
    {
        Assert.True(Phrases.TryFind(text, from, out var at, out var found, out var what));
        Assert.Equal((start, length, meaning), (at, found, what));
    }

    [Fact]
    public void Nothing_is_found_where_no_phrase_is() => Assert.False(Phrases.TryFind("政务公开", 0, out _, out _, out _));
}
