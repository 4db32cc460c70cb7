namespace Fazhi.Documents;

/// <summary>Something about the document that was inferred, is ambiguous or looks wrong.</summary>
/// <param name="Code">What it is, UPPER_SNAKE: LABEL_INFERRED, LABEL_OUT_OF_SEQUENCE, DATE_AMBIGUOUS, TITLE_INFERRED, TYPE_UNSURE, TASKS_WITHOUT_UNITS, CHARSET_WRONG.</param>
/// <param name="Message">The same for people, in Chinese.</param>
/// <param name="Range">Where; null when it is about the document as a whole.</param>
public sealed record ParseWarning(string Code, string Message, TextRange? Range = null);
