using System.Xml;
using Fazhi.Documents.Archives;
using Fazhi.Documents.Pages;

namespace Fazhi.Documents.Ofd;

/// <summary>Reads the text of one page: TextObject places a box, CTM transforms what is in it, TextCode places its characters.</summary>
internal sealed class OfdPage
{
    private const double UsualHeight = 297;

    // In units of the type's size.
    private const double WordGap = 0.4;

    private readonly ZipPackage _package;
    private readonly List<PlacedWord> _words = [];
    private double _height = UsualHeight;
    private TextObject? _object;
    private double _x;
    private double _y;

    private OfdPage(ZipPackage package) => _package = package;

    public static PrintedPage Read(ZipPackage package, string path, ReadBudget budget)
    {
        var page = new OfdPage(package);
        using var reader = OfdReader.Open(package, path);
        var background = int.MaxValue;
        var isAtNext = false;
        while (isAtNext || reader.Read())
        {
            isAtNext = false;
            package.CountNode(reader);
            if (reader.Depth <= background)
                background = int.MaxValue;
            if (reader.NodeType != XmlNodeType.Element)
                continue;
            if (reader.LocalName == "Layer" && reader.GetAttribute("Type") == "Background" && !reader.IsEmptyElement)
                background = reader.Depth;
            else if (background == int.MaxValue)
                isAtNext = page.Add(reader, budget);
        }

        return new(page._height, page._words);
    }

    /// <summary>True when the reader stands on the next node already.</summary>
    private bool Add(XmlReader reader, ReadBudget budget)
    {
        switch (reader.LocalName)
        {
            case "PhysicalBox":
                var box = OfdNumbers.Read(reader.ReadElementContentAsString(), 4);
                if (box.Length == 4 && box[3] > 0)
                    _height = box[3];
                return !reader.EOF;
            case "TextObject":
                _object = TextObject.Read(reader);
                (_x, _y) = (0, 0);
                return false;
            case "TextCode" when _object is { } place:
                AddCode(reader, place, budget);
                return !reader.EOF;
            default:
                return false;
        }
    }

    private void AddCode(XmlReader reader, TextObject place, ReadBudget budget)
    {
        _x = OfdNumbers.One(reader.GetAttribute("X")) ?? _x;
        _y = OfdNumbers.One(reader.GetAttribute("Y")) ?? _y;
        var (deltaX, deltaY) = (reader.GetAttribute("DeltaX"), reader.GetAttribute("DeltaY"));
        var text = reader.ReadElementContentAsString();
        if (!place.IsVisible || text.Length == 0)
            return;
        var (right, down) = (OfdNumbers.Read(deltaX, text.Length), OfdNumbers.Read(deltaY, text.Length));
        var (x, y, start) = (_x, _y, 0);
        var (wordX, wordY) = (x, y);
        for (var i = 0; i < text.Length; i++)
        {
            budget.Spend();
            var wide = TextObject.WidthOf(text[i]) * place.Size;
            var isPair = char.IsHighSurrogate(text[i]) && i + 1 < text.Length;
            var next = x + (i < right.Length ? right[i] : down.Length > 0 ? 0 : wide);
            var nextY = y + (i < down.Length ? down[i] : 0);
            var isEnd = i + 1 == text.Length;
            if (isEnd || (!isPair && (next - x - wide > WordGap * place.Size || Math.Abs(nextY - y) > WordGap * place.Size || char.IsWhiteSpace(text[i]))))
            {
                AddWord(place, text.AsSpan(start, i + 1 - start), wordX, x + wide, wordY);
                start = i + 1;
                (wordX, wordY) = (next, nextY);
            }

            (x, y) = (next, nextY);
        }
    }

    private void AddWord(TextObject place, ReadOnlySpan<char> text, double left, double right, double y)
    {
        var words = text.Trim();
        if (words.IsEmpty)
            return;
        var (x1, y1) = place.ToPage(left, y);
        var (x2, _) = place.ToPage(right, y);
        _words.Add(new(Math.Min(x1, x2), Math.Max(x1, x2), y1, place.PageSize, words.ToString()));
        ReadBudget.Require(_words.Count, _package.Limits.MaxXmlNodes, "文字对象数");
    }

    /// <summary>The box of a text object and how what is in it comes onto the page.</summary>
    private sealed record TextObject(double Left, double Top, double[] Matrix, double Size, bool IsVisible)
    {
        private const double UsualSize = 5.6;

        /// <summary>The size of the type on the page.</summary>
        public double PageSize => Math.Sqrt(Math.Abs((Matrix[0] * Matrix[3]) - (Matrix[1] * Matrix[2]))) * Size;

        public static TextObject Read(XmlReader reader)
        {
            var boundary = OfdNumbers.Read(reader.GetAttribute("Boundary"), 4);
            var matrix = OfdNumbers.Read(reader.GetAttribute("CTM"), 6);
            var size = OfdNumbers.One(reader.GetAttribute("Size")) is { } given and > 0 ? given : UsualSize;
            return new(boundary.Length > 1 ? boundary[0] : 0, boundary.Length > 1 ? boundary[1] : 0, matrix.Length == 6 ? matrix : [1, 0, 0, 1, 0, 0], size,
                reader.GetAttribute("Visible") is not ("false" or "0"));
        }

        /// <summary>The width of a character, in units of the type's size. Chinese type has quotation marks, dashes and ellipses as wide as characters.</summary>
        public static double WidthOf(char c) => c >= '\u2010' ? 1 : 0.5;

        public (double X, double Y) ToPage(double x, double y) =>
            (Left + (Matrix[0] * x) + (Matrix[2] * y) + Matrix[4], Top + (Matrix[1] * x) + (Matrix[3] * y) + Matrix[5]);
    }
}
