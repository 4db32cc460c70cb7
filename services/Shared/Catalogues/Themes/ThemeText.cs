namespace Fazhi.Catalogues.Themes;

/// <summary>The form that words and texts are compared in: folded, without quotes and blanks, so that “双随机、一公开” and 双随机、一公开 are one.</summary>
internal static class ThemeText
{
    private const string Unseen = " \"'“”‘’「」『』\u200B\uFEFF";

    /// <summary>True for a folded character that is looked over.</summary>
    public static bool IsUnseen(char folded) => Unseen.Contains(folded, StringComparison.Ordinal);

    public static string Normalise(string text) => string.Concat(Fold.Text(text).Where(c => !IsUnseen(c)));
}
