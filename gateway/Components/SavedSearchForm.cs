namespace Fazhi.Gateway.Components;

/// <summary>What the form of a saved search brings.</summary>
public sealed class SavedSearchForm
{
    /// <summary>What its owner calls it.</summary>
    public string? Title { get; set; }

    /// <summary>Where new matches are posted; empty for nowhere.</summary>
    public string? WebhookUrl { get; set; }

    /// <summary>Key of the signature; empty to leave it as it is.</summary>
    public string? WebhookSecret { get; set; }

    /// <summary>State of the search that was shown, so that nobody else's change is lost.</summary>
    public string? Etag { get; set; }

    /// <summary>One for each form handed out: sent twice, it still makes one search.</summary>
    public string? RequestId { get; set; }
}
