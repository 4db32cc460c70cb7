using Fazhi.Search.Text;

namespace Fazhi.Search.Query;

/// <summary>What an issuing body is asked for by: a part of its name, or the whole of it.</summary>
/// <param name="Text">Folded (see <see cref="TextFolding"/>).</param>
/// <param name="IsWhole">The name must be just this; otherwise it must have this in it.</param>
internal readonly record struct IssuerName(string Text, bool IsWhole = false)
{
    /// <summary>Reads what was asked for: in quotation marks it is the whole name.</summary>
    public static IssuerName Of(string asked) => asked is ['"' or '“', .. { Length: > 0 } name, '"' or '”']
        ? new IssuerName(TextFolding.Fold(name), IsWhole: true)
        : new IssuerName(TextFolding.Fold(asked));

    /// <summary>A name so that it is read as the whole one.</summary>
    public static string Whole(string name) => $"\"{name}\"";

    /// <summary>Whether a folded name is meant.</summary>
    public bool Means(string folded) => IsWhole ? folded == Text : folded.Contains(Text, StringComparison.Ordinal);
}
