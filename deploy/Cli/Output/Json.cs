using Google.Protobuf;
using Google.Protobuf.Reflection;
using Google.Rpc;

namespace Fazhi.Cli.Output;

/// <summary>Messages of the API as JSON.</summary>
internal static class Json
{
    // What may be packed in the details of a google.rpc.Status.
    private static readonly TypeRegistry Details = TypeRegistry.FromMessages(
        BadRequest.Descriptor, ErrorInfo.Descriptor, ResourceInfo.Descriptor, RetryInfo.Descriptor, PreconditionFailure.Descriptor, QuotaFailure.Descriptor, DebugInfo.Descriptor,
        Help.Descriptor, LocalizedMessage.Descriptor, RequestInfo.Descriptor);

    private static readonly JsonFormatter OneLine = new(JsonFormatter.Settings.Default.WithTypeRegistry(Details));
    private static readonly JsonFormatter Indented = new(JsonFormatter.Settings.Default.WithTypeRegistry(Details).WithIndentation());

    /// <summary>On one line.</summary>
    public static string Format(IMessage message) => OneLine.Format(message);

    /// <summary>On several lines.</summary>
    public static string FormatIndented(IMessage message) => Indented.Format(message);
}
