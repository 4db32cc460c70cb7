namespace Fazhi.Documents;

/// <summary>A numbered part of a document.</summary>
/// <param name="Label">The number as printed, without spaces: 一、 (一) 1. (1); or as inferred, written as the printed ones are.</param>
/// <param name="LabelInferred">True when the number was lost in the source and inferred from its neighbours.</param>
/// <param name="Heading">The heading without the number, also where it runs into the paragraph; empty for a numbered paragraph that has none.</param>
/// <param name="Level">
/// The level of the number by GB/T 9704, from 1: 一、 1, (一) 2, 1. 3, (1) 4, deeper 5 and 6; all one more where the document has
/// chapters 第…章 (which are 1), and one more where these have sections 第…节. An article 第…条 is on the level of 一、.
/// A level may be left out in a document, so nesting is by <paramref name="ParentIndex"/>.
/// </param>
/// <param name="ParentIndex">The index of the section around it; -1 at the top.</param>
/// <param name="Range">From its number to the end of its last paragraph, subsections included.</param>
/// <param name="HeadingRange">The heading with its number; the number alone where there is no heading; empty where there is neither, at the beginning of the section.</param>
public sealed record Section(
    string Label, bool LabelInferred, string Heading, int Level, int ParentIndex, TextRange Range, TextRange HeadingRange);
