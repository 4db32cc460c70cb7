using Fazhi.Documents.V1;
using Fazhi.Plans.V1;
using Fazhi.Reports.V1;
using Fazhi.Units.V1;
using Google.Protobuf.WellKnownTypes;

namespace Fazhi.Search.Tests.Passages;

/// <summary>Makes the structure of a text written for a test: lines that begin with # are headings, as many # as their level.</summary>
internal static class ContentOf
{
    public static Content Lines(params string[] lines)
    {
        var content = new Content();
        var open = new List<int>();
        foreach (var line in lines)
        {
            var level = line.TakeWhile(c => c == '#').Count();
            var text = line[level..];
            var range = new TextRange { Start = content.Text.Length, Length = text.Length };
            content.Text += text + "\n";
            if (level > 0)
            {
                open.RemoveRange(Math.Min(level - 1, open.Count), Math.Max(0, open.Count - level + 1));
                content.Sections.Add(new Section
                {
                    Label = $"{content.Sections.Count + 1}.",
                    Heading = text,
                    Level = level,
                    Parent = open.Count == 0 ? -1 : open[^1],
                    Range = range,
                    HeadingRange = range,
                });
                open.Add(content.Sections.Count - 1);
            }
            content.Paragraphs.Add(new Paragraph
            {
                Range = range,
                Section = content.Sections.Count - 1,
                Kind = level > 0 ? Paragraph.Types.Kind.Heading : Paragraph.Types.Kind.Text,
            });
        }
        return content;
    }

    public static Plan Plan(string id, string title, RegionRef region, int year, params string[] lines) => new()
    {
        Name = $"plans/{id}",
        Title = title,
        Region = region,
        Kind = PlanKind.KeyPoints,
        Status = PlanStatus.Issued,
        Period = new Period { StartYear = year, EndYear = year },
        Content = Lines(lines),
        ImportTime = new Timestamp { Seconds = 1 },
    };

    public static Report Report(string id, string title, RegionRef region, int year, params string[] lines) => new()
    {
        Name = $"reports/{id}",
        Title = title,
        Region = region,
        Year = year,
        Content = Lines(lines),
        ImportTime = new Timestamp { Seconds = 1 },
    };
}
