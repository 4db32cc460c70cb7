namespace Fazhi.Search.Exports;

/// <summary>Writes to a buffer that is emptied now and then: a stream that cannot go back, so that those who write to it do not try.</summary>
internal sealed class PieceStream(MemoryStream buffer) : Stream
{
    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new InvalidOperationException();

    public override long Position
    {
        get => throw new InvalidOperationException();
        set => throw new InvalidOperationException();
    }

    public override void Write(byte[] source, int offset, int count) => buffer.Write(source, offset, count);

    public override void Write(ReadOnlySpan<byte> source) => buffer.Write(source);

    public override void Flush()
    {
    }

    public override int Read(byte[] target, int offset, int count) => throw new InvalidOperationException();

    public override long Seek(long offset, SeekOrigin origin) => throw new InvalidOperationException();

    public override void SetLength(long value) => throw new InvalidOperationException();
}
