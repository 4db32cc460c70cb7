using Fazhi.Catalogues.Themes;

namespace Fazhi.Catalogues.Tests.Themes;

public class WordFinderGrowthTests
{
    [Fact]
    public void Twenty_thousand_words_are_all_found_and_none_that_is_not_there()
    {
        // Words are in folded characters.
        var alphabet = Enumerable.Range(0x4E00, 500).Select(code => (char)code).Where(character => Fold.Char(character) == character).Take(70).ToArray();
        var words = Enumerable.Range(0, 20_000).Select(number => string.Concat(number.ToString("00000").Select(digit => alphabet[((digit - '0') * 7) + (number % 7)]))).Distinct().ToList();
        var finder = new WordFinder(words);
        var found = new List<WordFinder.Match>();

        foreach (var (index, word) in words.Index().Where(entry => entry.Index % 97 == 0))
        {
            found.Clear();
            finder.Find($"前{word}后", found);
            Assert.Equal([index], found.Select(match => match.Word));
        }

        found.Clear();
        finder.Find("今天天气晴", found);
        Assert.Empty(found);
    }
}
