using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Fazhi.Gateway.Contracts;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Status = Google.Rpc.Status;

namespace Fazhi.Gateway.Connect;

/// <summary>Writes an error as Connect does: {"code", "message", "details": [{"type", "value", "debug"}]}.</summary>
internal sealed class ConnectErrors(ContractCatalog contracts)
{
    // The answer is JSON by its content type and never part of a page, so Chinese stays readable.
    private static readonly JsonWriterOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly JsonFormatter formatter = new(JsonFormatter.Settings.Default.WithTypeRegistry(contracts.Types));

    /// <summary>Writes the error with the HTTP status of its code, or with the one given.</summary>
    public async Task WriteAsync(HttpResponse response, Status status, int? httpStatus = null)
    {
        var (code, mapped) = ConnectCode.Of(status.Code);
        var error = new JsonObject { ["code"] = code };
        if (status.Message.Length > 0)
            error["message"] = status.Message;
        if (status.Details.Count > 0)
            error["details"] = new JsonArray([.. status.Details.Select(DetailOf)]);

        response.StatusCode = httpStatus ?? mapped;
        response.ContentType = "application/json";
        await using var writer = new Utf8JsonWriter(response.BodyWriter, Plain);
        error.WriteTo(writer);
        await writer.FlushAsync(response.HttpContext.RequestAborted);
    }

    private JsonObject DetailOf(Any detail)
    {
        var name = Any.GetTypeName(detail.TypeUrl);
        var entry = new JsonObject { ["type"] = name, ["value"] = Convert.ToBase64String(detail.Value.Span).TrimEnd('=') };
        if (DebugOf(name, detail.Value) is { } debug)
            entry["debug"] = debug;
        return entry;
    }

    private JsonNode? DebugOf(string typeName, ByteString value)
    {
        try
        {
            return contracts.Types.Find(typeName) is { } type ? JsonNode.Parse(formatter.Format(type.Parser.ParseFrom(value))) : null;
        }
        catch (InvalidProtocolBufferException)
        {
            // The value is passed on as it is; only its readable copy is left out.
            return null;
        }
    }
}
