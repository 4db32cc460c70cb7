using System.Globalization;
using Fazhi.Search.V1;

namespace Fazhi.Gateway.Browsing;

/// <summary>Addresses of documents and of places in them.</summary>
internal static class DocumentLinks
{
    /// <summary>"/plans/ID" for "plans/ID".</summary>
    public static string Of(string name) => "/" + string.Join('/', name.Split('/').Select(Uri.EscapeDataString));

    /// <summary>The original file.</summary>
    public static string OriginalOf(string name) => Of(name) + "/original";

    /// <summary>The place of a passage: its task, or the paragraph in the text that has its first highlight, if any.</summary>
    public static string OfPassage(string name, PassageHit passage)
    {
        if (TaskNumber(passage.Task) is { Length: > 0 } number)
            return $"{Of(name)}#task-{number}";
        var text = name.StartsWith("plans/", StringComparison.Ordinal) ? Of(name) + "/text" : Of(name);
        // A passage may have several paragraphs: what counts is the one with the words.
        var words = passage.Highlights.Count > 0 ? passage.Highlights[0].Start : 0;
        return passage.Range is { } range ? string.Create(CultureInfo.InvariantCulture, $"{text}?at={range.Start + words}#hit") : text;
    }

    /// <summary>"12" for "plans/ID/tasks/12"; empty if it is not a task's name.</summary>
    public static string TaskNumber(string task)
        => task.LastIndexOf("/tasks/", StringComparison.Ordinal) is >= 0 and var at && task[(at + 7)..] is var number && number.All(char.IsAsciiDigit) ? number : "";
}
