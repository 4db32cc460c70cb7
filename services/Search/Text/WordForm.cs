namespace Fazhi.Search.Text;

/// <summary>The form in which words are compared with one another: folded, letters and digits alone.</summary>
internal static class WordForm
{
    /// <summary>“双随机、一公开” and 双随机一公开 are one.</summary>
    public static string Of(string text)
    {
        var folded = TextFolding.Fold(text);
        var letters = 0;
        foreach (var c in folded)
            letters += char.IsLetterOrDigit(c) ? 1 : 0;
        return letters == folded.Length ? folded : string.Create(letters, folded, (target, source) =>
        {
            var at = 0;
            foreach (var c in source)
            {
                if (char.IsLetterOrDigit(c))
                    target[at++] = c;
            }
        });
    }
}
