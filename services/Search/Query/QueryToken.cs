namespace Fazhi.Search.Query;

/// <summary>What a <see cref="QueryToken"/> is.</summary>
internal enum QueryTokenKind
{
    /// <summary>A word as typed.</summary>
    Word,

    /// <summary>What stands in quotation marks, without them.</summary>
    Phrase,

    /// <summary>The name of a field and its colon; the text is the name as in <see cref="QueryFields"/>.</summary>
    Field,

    /// <summary>OR or |.</summary>
    Or,

    /// <summary>AND: says what the space between two words says already.</summary>
    And,

    /// <summary>The sign before what is excluded, or NOT.</summary>
    Not,

    /// <summary>An opening bracket.</summary>
    Open,

    /// <summary>A closing bracket.</summary>
    Close,

    /// <summary>The end of the query.</summary>
    End,
}

/// <summary>A word or sign of a query.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Text">Its text.</param>
/// <param name="Start">Where it begins, from 0.</param>
/// <param name="Begun">It is a word that may go on (APP*).</param>
internal readonly record struct QueryToken(QueryTokenKind Kind, string Text, int Start, bool Begun = false);
