using System.Text;
using System.Text.RegularExpressions;
using Fazhi.Gateway.Contracts;
using Fazhi.Gateway.Errors;
using Google.Protobuf;
using Google.Protobuf.Reflection;
using Microsoft.Extensions.Options;
using Status = Google.Rpc.Status;

namespace Fazhi.Gateway.Connect;

/// <summary>JSON text to message and back, by the rules of protobuf's JSON mapping.</summary>
internal sealed partial class ConnectCodec(ContractCatalog contracts, IOptions<GatewayOptions> options)
{
    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private readonly JsonParser parser = new(new JsonParser.Settings(options.Value.MaxJsonDepth, contracts.Types));
    private readonly JsonFormatter formatter = new(JsonFormatter.Settings.Default.WithTypeRegistry(contracts.Types));

    /// <summary>Reads a message; what is wrong with the text is returned as a status, never thrown.</summary>
    public (IMessage? Message, Status? Error) Read(ReadOnlyMemory<byte> body, MessageDescriptor type)
    {
        if (body.IsEmpty)
            return (null, Malformed("请求体为空；没有参数时请发送 {}"));
        try
        {
            var text = StrictUtf8.GetString(body.Span);
            return (parser.Parse(text, type), null);
        }
        catch (DecoderFallbackException)
        {
            return (null, Malformed("请求体不是有效的 UTF-8 文本"));
        }
        catch (InvalidProtocolBufferException error) when (UnknownField().Match(error.Message) is { Success: true } unknown)
        {
            var field = unknown.Groups["name"].Value;
            return (null, GatewayStatus.BadField(field, "UNKNOWN_FIELD", $"{type.FullName} 没有名为 {field} 的字段"));
        }
        catch (Exception error) when (error is InvalidProtocolBufferException or InvalidJsonException or FormatException or OverflowException or ArgumentException)
        {
            return (null, Malformed($"请求的 JSON 有误：{error.Message}"));
        }
    }

    public string Write(IMessage message) => formatter.Format(message);

    private static Status Malformed(string message) => GatewayStatus.BadField("", "MALFORMED_JSON", message);

    [GeneratedRegex("^Unknown field: (?<name>.*)$", RegexOptions.CultureInvariant)]
    private static partial Regex UnknownField();
}
