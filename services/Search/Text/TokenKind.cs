namespace Fazhi.Search.Text;

/// <summary>What a <see cref="Token"/> is.</summary>
internal enum TokenKind
{
    /// <summary>A run of letters and digits of a script that separates its words.</summary>
    Word,

    /// <summary>Two neighbouring characters of a CJK run.</summary>
    Bigram,

    /// <summary>The last character of a CJK run of several: its bigram has been given already.</summary>
    RunEnd,

    /// <summary>A CJK run of one character.</summary>
    Single,
}
