using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Fazhi.Cli.Output;

namespace Fazhi.Cli.Import;

/// <summary>The result of one file as a line of JSON: file, outcome (CREATED, UNCHANGED, FAILED, SKIPPED), document or error.</summary>
internal static class ImportLine
{
    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Format(ImportResult result)
    {
        var line = new JsonObject { ["file"] = result.File.Label, ["outcome"] = result.Outcome.ToString().ToUpperInvariant() };
        if (result.Document is { } document)
            line["document"] = JsonNode.Parse(Json.Format(document));
        if (result.Error is { } error)
            line["error"] = JsonNode.Parse(Json.Format(error));
        return line.ToJsonString(Readable);
    }
}
