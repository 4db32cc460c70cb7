using System.Collections.Immutable;

namespace Fazhi.Documents;

/// <summary>公开征求意见 as the document announces it. Its days are among <see cref="ParsedDocument.Dates"/> too.</summary>
/// <param name="Start">The first day; null where none is printed.</param>
/// <param name="End">The last day; null where none is printed.</param>
/// <param name="Contacts">How comments can be sent, in the order printed.</param>
public sealed record Consultation(DateMention? Start, DateMention? End, ImmutableArray<Contact> Contacts);
