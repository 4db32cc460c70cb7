using System.Text;

namespace Fazhi.Cli.Output;

/// <summary>Leaves out the spaces at the end of lines: pictures are padded to their width, which a pipe has no use for.</summary>
internal sealed class TrimmedLines : TextWriter
{
    private readonly TextWriter _inner;
    private int _spaces;

    public TrimmedLines(TextWriter inner)
        : base(inner.FormatProvider)
    {
        _inner = inner;
        CoreNewLine = inner.NewLine.ToCharArray();
    }

    public override Encoding Encoding => _inner.Encoding;

    public override void Write(char value)
    {
        if (value == ' ')
        {
            _spaces++;
            return;
        }
        if (value is not ('\n' or '\r'))
        {
            for (; _spaces > 0; _spaces--)
                _inner.Write(' ');
        }
        _spaces = 0;
        _inner.Write(value);
    }

    public override void Flush() => _inner.Flush();
}
