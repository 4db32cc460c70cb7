using System.Collections.Immutable;

namespace Fazhi.Documents.Structure;

/// <summary>Sections and paragraphs, with what the search for tasks needs beside them.</summary>
/// <param name="Sections">All sections.</param>
/// <param name="Lines">For each section, the line it begins on.</param>
/// <param name="StandAlone">For each section, whether its heading stands alone on its line.</param>
/// <param name="Paragraphs">All paragraphs, one a line.</param>
internal sealed record Outline(
    ImmutableArray<Section> Sections, ImmutableArray<int> Lines, ImmutableArray<bool> StandAlone, ImmutableArray<Paragraph> Paragraphs);
