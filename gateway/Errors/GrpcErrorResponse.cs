using System.Globalization;
using System.Text;
using Google.Protobuf;
using Status = Google.Rpc.Status;

namespace Fazhi.Gateway.Errors;

/// <summary>Answers a gRPC call with an error in the trailers-only form: one block of headers and no body.</summary>
internal static class GrpcErrorResponse
{
    public static void Write(HttpResponse response, Status status)
    {
        response.Clear();
        response.StatusCode = StatusCodes.Status200OK;
        response.ContentType = "application/grpc";
        response.Headers["grpc-status"] = status.Code.ToString(CultureInfo.InvariantCulture);
        response.Headers["grpc-message"] = PercentEncode(status.Message);
        response.Headers["grpc-status-details-bin"] = Convert.ToBase64String(status.ToByteArray()).TrimEnd('=');
    }

    /// <summary>Bytes outside printable ASCII, and the percent sign, as %XX of UTF-8 (gRPC over HTTP/2, Status-Message).</summary>
    internal static string PercentEncode(string message)
    {
        var encoded = new StringBuilder(message.Length * 3);
        foreach (var value in Encoding.UTF8.GetBytes(message))
        {
            if (value is >= 0x20 and <= 0x7E and not (byte)'%')
                encoded.Append((char)value);
            else
                encoded.Append('%').Append(value.ToString("X2", CultureInfo.InvariantCulture));
        }

        return encoded.ToString();
    }
}
