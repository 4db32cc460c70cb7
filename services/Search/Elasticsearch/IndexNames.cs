using Fazhi.Search.Text;

namespace Fazhi.Search.Elasticsearch;

/// <summary>
/// What indices, aliases and the template are called. The format is in every name, aliases included: during an upgrade the replicas of the old version
/// go on with their index, while the first of the new version fills its own.
/// </summary>
/// <param name="Prefix">What all of them begin with.</param>
internal sealed record IndexNames(string Prefix)
{
    /// <summary>Changes with the mapping, the analysis and what is written.</summary>
    public const int Format = 2;

    /// <summary>Stamp of the index that is made where there is none: fixed, so that two replicas that start together make one.</summary>
    public const string FirstStamp = "initial";

    /// <summary>Alias of the documents that are searched.</summary>
    public string Read => $"{Documents}-read";

    /// <summary>Alias of the documents that are written.</summary>
    public string Write => $"{Documents}-write";

    /// <summary>Alias of the feed positions and regions that belong to them.</summary>
    public string State => $"{States}-current";

    /// <summary>Alias of the documents that are being built.</summary>
    public string Build => $"{Documents}-build";

    /// <summary>Alias of the positions and regions that belong to those.</summary>
    public string BuildState => $"{States}-build";

    /// <summary>The template of all indices.</summary>
    public string Template => $"{Prefix}-{Version}";

    /// <summary>Names of all indices and aliases of this format.</summary>
    public IReadOnlyList<string> Patterns => [$"{Documents}-*", $"{States}-*"];

    /// <summary>The indices of a stamp.</summary>
    public IndexGeneration Of(string stamp) => new($"{Documents}-{stamp}", $"{States}-{stamp}");

    private static string Version => $"v{Format}-t{TokenText.Version}";

    private string Documents => $"{Prefix}-documents-{Version}";

    private string States => $"{Prefix}-state-{Version}";
}
