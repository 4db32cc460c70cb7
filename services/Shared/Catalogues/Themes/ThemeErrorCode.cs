namespace Fazhi.Catalogues.Themes;

/// <summary>The kinds of errors in the data of catalogues and crosswalks.</summary>
public enum ThemeErrorCode
{
    /// <summary>The text is no JSON.</summary>
    NotJson,

    /// <summary>A field that must be there is not.</summary>
    Missing,

    /// <summary>A field that the form does not have.</summary>
    UnknownField,

    /// <summary>A value of another type than the form says.</summary>
    WrongType,

    /// <summary>A value that breaks the form of an id, version or word.</summary>
    BadForm,

    /// <summary>A number or year outside its range.</summary>
    OutOfRange,

    /// <summary>Something that must be there once is there again.</summary>
    Duplicate,

    /// <summary>A group, theme or catalogue is named that does not exist.</summary>
    UnknownReference,

    /// <summary>Longer or more than is allowed.</summary>
    TooLarge,
}
