using System.Buffers;

namespace Fazhi.Search.Text;

/// <summary>The form in which words are compared with one another: folded, letters and digits alone.</summary>
internal static class WordForm
{
    private const char None = '\0';

    // What becomes of each code unit; nothing of what is neither letter nor digit. All that a search shows goes through it.
    private static readonly char[] Forms = [.. Enumerable.Range(0, char.MaxValue + 1).Select(c => TextFolding.Fold((char)c)).Select(c => char.IsLetterOrDigit(c) ? c : None)];

    /// <summary>“双随机、一公开” and 双随机一公开 are one.</summary>
    public static string Of(string text)
    {
        var buffer = ArrayPool<char>.Shared.Rent(text.Length);
        var length = 0;
        foreach (var c in text)
        {
            buffer[length] = Forms[c];
            length += buffer[length] == None ? 0 : 1;
        }
        var form = buffer.AsSpan(0, length);
        var word = form.SequenceEqual(text) ? text : new string(form);
        ArrayPool<char>.Shared.Return(buffer);
        return word;
    }
}
