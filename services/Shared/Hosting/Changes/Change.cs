namespace Fazhi.Hosting;

/// <summary>A <see cref="ChangeEntry"/> together with the resource as it is now.</summary>
/// <param name="Entry">What changed, or the caught-up mark.</param>
/// <param name="Resource">The resource in full; null when it is deleted and in a caught-up mark.</param>
public sealed record Change<T>(ChangeEntry Entry, T? Resource)
    where T : class;
