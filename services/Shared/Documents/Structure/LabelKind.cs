namespace Fazhi.Documents.Structure;

/// <summary>The forms of a heading's number, outermost first. Their order is the order of levels by GB/T 9704.</summary>
internal enum LabelKind
{
    /// <summary>第一章, 第一部分.</summary>
    Chapter,

    /// <summary>第一节.</summary>
    ChapterSection,

    /// <summary>第一条: on one level with 一、, which stands below it where both are used.</summary>
    Article,

    /// <summary>一、</summary>
    Han,

    /// <summary>(一), ㈠, 一)</summary>
    HanInBrackets,

    /// <summary>1., ⒈</summary>
    Arabic,

    /// <summary>(1), ⑴</summary>
    ArabicInBrackets,

    /// <summary>1)</summary>
    ArabicHalfBracket,

    /// <summary>①, ❶, ㊀</summary>
    Circled,

    /// <summary>•, printed where a number was lost.</summary>
    Bullet,
}
