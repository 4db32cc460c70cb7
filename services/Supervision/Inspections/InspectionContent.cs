using Fazhi.Supervision.Checks;

namespace Fazhi.Supervision.Inspections;

/// <summary>What is planned of an inspection: everything that whoever plans it decides. It is right by itself: see <see cref="Check"/>.</summary>
internal sealed record InspectionContent
{
    /// <summary>Longest title, in characters.</summary>
    public const int MaxTitle = 200;

    private InspectionContent() { }

    public required string Title { get; init; }

    /// <summary>Region that inspects.</summary>
    public required RegionCode Region { get; init; }

    public required InspectionManner Manner { get; init; }

    /// <summary>First day.</summary>
    public required DateOnly Start { get; init; }

    /// <summary>Last day, not before the first.</summary>
    public required DateOnly End { get; init; }

    /// <summary>Units inspected, none twice.</summary>
    public required IReadOnlyList<string> Units { get; init; }

    /// <summary>Tasks looked at, none twice.</summary>
    public required IReadOnlyList<string> Tasks { get; init; }

    /// <summary>Reads the fields, which are named as in the proto.</summary>
    /// <exception cref="Fazhi.Hosting.FazhiException">INVALID_ARGUMENT with every field that is wrong.</exception>
    public static InspectionContent Check(
        string title, string region, InspectionManner manner, string start, string end, IReadOnlyList<string> units, IReadOnlyList<string> tasks)
    {
        var checks = new FieldChecks("inspection.");
        var content = new InspectionContent
        {
            Title = checks.Text("title", title, MaxTitle),
            Region = checks.Region("region_code", region),
            Manner = checks.Member("manner", manner),
            Start = checks.Date("start_date", start),
            End = checks.Date("end_date", end),
            Units = checks.Units("units", units),
            Tasks = checks.Tasks("tasks", tasks),
        };
        if (content.End != default && content.End < content.Start)
            checks.Wrong("end_date", "不能早于开始日期");
        checks.ThrowIfAnyWrong();
        return content;
    }

    /// <summary>What was checked before it was stored.</summary>
    public static InspectionContent Stored(
        string title, RegionCode region, InspectionManner manner, DateOnly start, DateOnly end, IReadOnlyList<string> units, IReadOnlyList<string> tasks) =>
        new() { Title = title, Region = region, Manner = manner, Start = start, End = end, Units = units, Tasks = tasks };
}
