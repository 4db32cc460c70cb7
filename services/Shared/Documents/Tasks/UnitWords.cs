using System.Collections.Immutable;
using Fazhi.Catalogues;
using Fazhi.Documents.Tasks;

namespace Fazhi.Documents;

/// <summary>Reads the words of a unit line that did not come from a document: what a person typed.</summary>
public static class UnitWords
{
    /// <summary>The units that <paramref name="text"/> names, one by one, with simple tails (等部门, 按职责分工负责) stripped.</summary>
    public static ImmutableArray<PrintedText> Split(string text) => UnitSplitter.Split(text, Fold.Text(text), new(0, text.Length));
}
