using System.Text;

namespace Fazhi.Documents.Tests;

/// <summary>A PDF made by hand: one page, text in a font of its own that needs no file.</summary>
internal static class PdfFile
{
    /// <summary>A page with Latin lines and, above them, a line of Chinese.</summary>
    public static byte[] Of(string[] lines, string? chinese)
    {
        var content = new StringBuilder();
        if (chinese is not null)
            content.Append($"BT /C 16 Tf 72 760 Td <{Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes(chinese))}> Tj ET\n");
        for (var i = 0; i < lines.Length; i++)
            content.Append($"BT /L 16 Tf 72 {700 - (i * 24)} Td ({lines[i]}) Tj ET\n");
        return Build(content.ToString(), "");
    }

    /// <summary>A page that opens with a password that nobody knows.</summary>
    public static byte[] Encrypted() =>
        Build("BT ET", $"/Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <{new string('1', 64)}> /U <{new string('2', 64)}> >> /ID [<00> <00>]");

    private static byte[] Build(string content, string trailer)
    {
        string[] objects =
        [
            "<< /Type /Catalog /Pages 2 0 R >>",
            "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /L 5 0 R /C 6 0 R >> >> >>",
            $"<< /Length {content.Length} >>\nstream\n{content}\nendstream",
            "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
            "<< /Type /Font /Subtype /Type0 /BaseFont /Song /Encoding /Identity-H /DescendantFonts [7 0 R] /ToUnicode 9 0 R >>",
            "<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Song /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /FontDescriptor 8 0 R /DW 1000 >>",
            "<< /Type /FontDescriptor /FontName /Song /Flags 4 /FontBBox [0 -200 1000 900] /ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 700 /StemV 80 >>",
            Stream("/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /U def /CMapType 2 def 1 begincodespacerange <0000> <FFFF> endcodespacerange 1 beginbfrange <0000> <FFFF> <0000> endbfrange endcmap end end"),
        ];
        var text = new StringBuilder("%PDF-1.4\n");
        var offsets = new List<int>();
        for (var i = 0; i < objects.Length; i++)
        {
            offsets.Add(text.Length);
            text.Append($"{i + 1} 0 obj\n{objects[i]}\nendobj\n");
        }

        var table = text.Length;
        text.Append($"xref\n0 {objects.Length + 1}\n0000000000 65535 f \n{string.Concat(offsets.Select(o => $"{o:0000000000} 00000 n \n"))}");
        text.Append($"trailer << /Size {objects.Length + 1} /Root 1 0 R {trailer} >>\nstartxref\n{table}\n%%EOF\n");
        return Encoding.Latin1.GetBytes(text.ToString());
    }

    private static string Stream(string content) => $"<< /Length {content.Length} >>\nstream\n{content}\nendstream";
}
