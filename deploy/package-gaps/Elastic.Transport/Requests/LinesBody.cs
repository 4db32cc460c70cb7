using System.Buffers;
using System.Text;

namespace Elastic.Transport;

internal sealed class LinesBody(IEnumerable<string> lines) : PostData
{
    /// <summary>Lines are gathered to pieces of about this many bytes, so that each does not become a write of its own.</summary>
    private const int PieceSize = 64 * 1024;

    internal override bool IsLines => true;

    internal override async Task WriteAsync(Stream stream, CancellationToken cancellationToken)
    {
        var piece = new ArrayBufferWriter<byte>(PieceSize);
        foreach (var line in lines)
        {
            Encoding.UTF8.GetBytes(line, piece);
            piece.Write("\n"u8);
            if (piece.WrittenCount < PieceSize)
                continue;
            await stream.WriteAsync(piece.WrittenMemory, cancellationToken).ConfigureAwait(false);
            piece.ResetWrittenCount();
        }

        await stream.WriteAsync(piece.WrittenMemory, cancellationToken).ConfigureAwait(false);
    }
}
