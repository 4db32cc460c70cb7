namespace Fazhi.Documents.Structure;

/// <summary>The forms of a heading's number, outermost first. Their order is the order of levels by GB/T 9704.</summary>
internal enum LabelKind
{
    /// <summary>第一章, 第一部分.</summary>
    Chapter,

    /// <summary>一、</summary>
    Han,

    /// <summary>(一)</summary>
    HanInBrackets,

    /// <summary>1.</summary>
    Arabic,

    /// <summary>(1)</summary>
    ArabicInBrackets,

    /// <summary>1)</summary>
    ArabicHalfBracket,

    /// <summary>①</summary>
    Circled,

    /// <summary>•, printed where a number was lost.</summary>
    Bullet,
}
