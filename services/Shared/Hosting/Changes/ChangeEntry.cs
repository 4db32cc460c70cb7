namespace Fazhi.Hosting;

/// <summary>One message of a change feed: a change of a resource, or the mark that the end has been reached.</summary>
/// <param name="Name">Name of the resource that changed; empty in a caught-up mark.</param>
/// <param name="Deleted">The resource is gone.</param>
/// <param name="Time">When it changed; default in a caught-up mark.</param>
/// <param name="ResumeToken">Give it to the next watch to go on after this entry.</param>
/// <param name="CaughtUp">This is a mark: everything written so far has been sent, what follows is live.</param>
public sealed record ChangeEntry(string Name, bool Deleted, DateTimeOffset Time, string ResumeToken, bool CaughtUp);
