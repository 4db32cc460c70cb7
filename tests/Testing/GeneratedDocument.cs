using System.Text;

namespace Fazhi.Testing;

/// <summary>A fictional plan or report made by <see cref="DocumentGenerator"/>.</summary>
/// <param name="FileName">Name of the file, different for every document.</param>
/// <param name="Title">Title, also the first line of the text.</param>
/// <param name="IsPlan">A plan; otherwise a yearly report.</param>
/// <param name="Region">Full name of the fictional region: 临澜市望岫县.</param>
/// <param name="Year">Year that it is for.</param>
/// <param name="Marker">A phrase that stands in this document and in no other one, to find it by.</param>
/// <param name="Text">The text, lines separated by \n.</param>
public sealed record GeneratedDocument(string FileName, string Title, bool IsPlan, string Region, int Year, string Marker, string Text)
{
    /// <summary>The text in UTF-8 without a byte order mark.</summary>
    public byte[] Bytes { get; } = Encoding.UTF8.GetBytes(Text);
}
