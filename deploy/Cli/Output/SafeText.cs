namespace Fazhi.Cli.Output;

/// <summary>
/// Text from documents and servers, made harmless to a terminal: control characters could move the cursor, set the title or hide what
/// follows, and bidirectional overrides could show it in another order.
/// </summary>
internal static class SafeText
{
    /// <summary>The same text, character by character (so that ranges stay true), unsafe ones replaced.</summary>
    public static string Of(string text)
    {
        foreach (var character in text)
        {
            if (IsUnsafe(character) || IsSpace(character))
                return string.Create(text.Length, text, static (clean, original) =>
                {
                    for (var index = 0; index < clean.Length; index++)
                        clean[index] = IsSpace(original[index]) ? ' ' : IsUnsafe(original[index]) ? '\uFFFD' : original[index];
                });
        }
        return text;
    }

    private static bool IsSpace(char character) => character is '\n' or '\r' or '\t' or '\u2028' or '\u2029';

    private static bool IsUnsafe(char character) =>
        char.IsControl(character) || character is >= '\u202A' and <= '\u202E' or >= '\u2066' and <= '\u2069' or '\u200E' or '\u200F' or '\u061C';
}
