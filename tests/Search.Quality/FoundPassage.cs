using Fazhi.Search.Text;

namespace Fazhi.Search.Quality;

/// <summary>A passage that a system has found.</summary>
/// <param name="File">File name of the document.</param>
/// <param name="Range">Where it stands in its text.</param>
internal readonly record struct FoundPassage(string File, TextRange Range);
