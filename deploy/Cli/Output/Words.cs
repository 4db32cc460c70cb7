using System.Globalization;
using Fazhi.Documents.V1;
using Fazhi.Plans.V1;
using Fazhi.Reports.V1;
using Fazhi.Units.V1;
using Google.Protobuf.WellKnownTypes;

namespace Fazhi.Cli.Output;

/// <summary>What the command line says for values and messages of the contract, beside their names (<see cref="Fazhi.Contracts.Terms"/>).</summary>
internal static class Words
{
    public static string Of(ReprocessDocumentsResponse.Types.Outcome outcome) => outcome switch
    {
        ReprocessDocumentsResponse.Types.Outcome.Unchanged => "无变化",
        ReprocessDocumentsResponse.Types.Outcome.Changed => "有变化",
        ReprocessDocumentsResponse.Types.Outcome.Moved => "改了类型，编号不变",
        ReprocessDocumentsResponse.Types.Outcome.Failed => "未能重新解析，保持原样",
        _ => "",
    };

    /// <summary>The figure of a report with how it is meant: 57件, >100份.</summary>
    public static string Of(Fact fact)
    {
        var sign = fact.Comparator switch
        {
            Comparator.AtLeast => "≥",
            Comparator.AtMost => "≤",
            Comparator.MoreThan => ">",
            Comparator.LessThan => "<",
            Comparator.About => "约",
            _ => "",
        };
        return string.Create(CultureInfo.InvariantCulture, $"{fact.Period}{sign}{fact.Value:0.####}{fact.Unit}");
    }

    public static string Of(SourceFormat format) => format switch
    {
        SourceFormat.Text => "文本",
        SourceFormat.Html => "网页",
        SourceFormat.Docx => "docx",
        SourceFormat.Ofd => "OFD",
        SourceFormat.Pdf => "PDF",
        _ => "",
    };

    /// <summary>A time as the clock on the wall shows it; empty if there is none.</summary>
    public static string Of(Timestamp? time) =>
        time is null ? "" : time.ToDateTimeOffset().ToLocalTime().ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);

    /// <summary>The region with what is special about it: hidden by the document, not registered, not certain.</summary>
    public static string Of(RegionRef? region)
    {
        if (region is null)
            return "";
        var name = region.FullName.Length > 0 ? region.FullName : region.DisplayName;
        if (region.Anonymised)
            return name.Length > 0 ? $"{name}（已匿名）" : "（已匿名）";
        if (region.Ambiguous)
            return $"{name}（有重名，未确定）";
        return region.Code.Length == 0 && name.Length > 0 ? $"{name}（未登记）" : name;
    }

    /// <summary>A title, with a word where the document has none and it was made from its text.</summary>
    public static string Title(string title, bool inferred) => inferred ? $"{title}（原文无标题）" : title;

    /// <summary>The years in running text: 2024年, 2021—2025年.</summary>
    public static string InText(Period? period) => Of(period) is { Length: > 0 } years ? $"{years}年" : "";

    /// <summary>The years in a table: 2024, 2021—2025.</summary>
    public static string Of(Period? period) => period switch
    {
        null or { StartYear: 0 } => "",
        _ when period.EndYear <= period.StartYear => Year(period.StartYear),
        _ => string.Create(CultureInfo.InvariantCulture, $"{period.StartYear}—{period.EndYear}"),
    };

    public static string Year(int year) => year == 0 ? "" : year.ToString(CultureInfo.InvariantCulture);
}
