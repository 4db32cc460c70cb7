namespace Fazhi.Search.SavedSearches.Webhooks;

/// <summary>An address that no post may go to. It reaches <see cref="WebhookClient"/> inside the exception of the connection and goes no further.</summary>
internal sealed class WebhookRefusedException(string message) : IOException(message);
