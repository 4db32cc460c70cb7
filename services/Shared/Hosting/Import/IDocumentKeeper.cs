using Fazhi.Documents.V1;
using DocumentType = Fazhi.Documents.DocumentType;

namespace Fazhi.Hosting;

/// <summary>The side of an import that differs between plans and reports.</summary>
public interface IDocumentKeeper
{
    /// <summary>What this service keeps; the other type goes to its sibling.</summary>
    DocumentType Type { get; }

    /// <summary>The document with this id, or null.</summary>
    Task<DocumentSummary?> FindAsync(string id, CancellationToken cancellationToken);

    /// <summary>Keeps the document, its original and the change in one transaction.</summary>
    /// <returns>False if it was there before: nothing has changed then.</returns>
    Task<bool> KeepAsync(ImportedDocument document, CancellationToken cancellationToken);

    /// <summary>Hands a document of the other type to the sibling.</summary>
    Task<ImportDocumentResponse> ForwardAsync(Upload upload, CancellationToken cancellationToken);

    /// <summary>Form of the documents' names.</summary>
    ResourceName Name { get; }

    /// <summary>All documents that are kept, in the order of their ids.</summary>
    Task<IReadOnlyList<KeptDocument>> ListAsync(CancellationToken cancellationToken);

    /// <summary>Puts a new reading of a kept document in the place of the old one, in one transaction; people's corrections stay.</summary>
    /// <exception cref="FazhiException">NOT_FOUND: it is not kept any more.</exception>
    Task<Replacement> ReplaceAsync(ImportedDocument document, CancellationToken cancellationToken);

    /// <summary>Removes a document with its original.</summary>
    /// <exception cref="FazhiException">NOT_FOUND: it is not kept any more.</exception>
    Task RemoveAsync(string id, CancellationToken cancellationToken);
}
