using Fazhi.Hosting;
using Fazhi.Supervision.Inspections;
using Grpc.Core;

namespace Fazhi.Supervision.Tests;

/// <summary>The rules of an inspection, without a server: every step from every state.</summary>
public sealed class InspectionRulesTests
{
    private const string Unit = "units/sifaju";
    private static readonly DateTimeOffset Now = new(2024, 3, 1, 1, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset Later = Now.AddHours(1);

    private static readonly InspectionContent Content = Check();

    private static readonly Inspection Planned = Inspection.Plan("i1", Content, Now);
    private static readonly Inspection InProgress = Planned.Start(Now);
    private static readonly Inspection Concluded = InProgress.Conclude([], Now);
    private static readonly Inspection Cancelled = Planned.Cancel("合并开展", Now);
    private static readonly Inspection StartedThenCancelled = InProgress.Cancel("合并开展", Now);
    private static readonly Inspection WithFinding = InProgress with { FindingCount = 1, OpenFindingCount = 1 };

    private static readonly Dictionary<string, Inspection> Inspections = new()
    {
        ["planned"] = Planned,
        ["in progress"] = InProgress,
        ["concluded"] = Concluded,
        ["cancelled"] = Cancelled,
        ["cancelled after start"] = StartedThenCancelled,
        ["with a finding"] = WithFinding,
        ["of nobody"] = Inspection.Plan("i2", Check(units: []), Now),
    };

    private static readonly Dictionary<string, Func<Inspection, Inspection>> Steps = new()
    {
        ["change"] = inspection => inspection.Change(Check(title: "新标题"), Later),
        ["start"] = inspection => inspection.Start(Later),
        ["conclude"] = inspection => inspection.Conclude([new Outcome(Unit, OutcomeKind.Commended, "成效明显")], Later),
        ["cancel"] = inspection => inspection.Cancel("不再需要", Later),
        ["remove"] = inspection =>
        {
            inspection.EnsureRemovable();
            return inspection;
        },
        ["record a finding"] = inspection =>
        {
            inspection.EnsureTakesFindingOf(Unit);
            return inspection;
        },
    };

    [Theory]
    [InlineData("planned", "change", InspectionState.Planned)]
    [InlineData("planned", "start", InspectionState.InProgress)]
    [InlineData("planned", "cancel", InspectionState.Cancelled)]
    [InlineData("planned", "remove", InspectionState.Planned)]
    [InlineData("in progress", "conclude", InspectionState.Concluded)]
    [InlineData("in progress", "cancel", InspectionState.Cancelled)]
    [InlineData("in progress", "record a finding", InspectionState.InProgress)]
    [InlineData("with a finding", "conclude", InspectionState.Concluded)]
    [InlineData("with a finding", "record a finding", InspectionState.InProgress)]
    [InlineData("cancelled", "remove", InspectionState.Cancelled)]
    [InlineData("of nobody", "change", InspectionState.Planned)]
    [InlineData("of nobody", "cancel", InspectionState.Cancelled)]
    [InlineData("of nobody", "remove", InspectionState.Planned)]
    internal void Allowed_step_leads_to_its_state(string inspection, string step, InspectionState state) =>
        Assert.Equal(state, Steps[step](Inspections[inspection]).State);

    [Theory]
    [InlineData("planned", "conclude", "INSPECTION_NOT_IN_PROGRESS")]
    [InlineData("planned", "record a finding", "INSPECTION_NOT_IN_PROGRESS")]
    [InlineData("in progress", "change", "INSPECTION_NOT_PLANNED")]
    [InlineData("in progress", "start", "INSPECTION_NOT_PLANNED")]
    [InlineData("in progress", "remove", "INSPECTION_WAS_STARTED")]
    [InlineData("with a finding", "change", "INSPECTION_NOT_PLANNED")]
    [InlineData("with a finding", "start", "INSPECTION_NOT_PLANNED")]
    [InlineData("with a finding", "cancel", "INSPECTION_HAS_FINDINGS")]
    [InlineData("with a finding", "remove", "INSPECTION_WAS_STARTED")]
    [InlineData("concluded", "change", "INSPECTION_NOT_PLANNED")]
    [InlineData("concluded", "start", "INSPECTION_NOT_PLANNED")]
    [InlineData("concluded", "conclude", "INSPECTION_NOT_IN_PROGRESS")]
    [InlineData("concluded", "cancel", "INSPECTION_ENDED")]
    [InlineData("concluded", "remove", "INSPECTION_WAS_STARTED")]
    [InlineData("concluded", "record a finding", "INSPECTION_NOT_IN_PROGRESS")]
    [InlineData("cancelled", "change", "INSPECTION_NOT_PLANNED")]
    [InlineData("cancelled", "start", "INSPECTION_NOT_PLANNED")]
    [InlineData("cancelled", "conclude", "INSPECTION_NOT_IN_PROGRESS")]
    [InlineData("cancelled", "cancel", "INSPECTION_ENDED")]
    [InlineData("cancelled", "record a finding", "INSPECTION_NOT_IN_PROGRESS")]
    [InlineData("cancelled after start", "change", "INSPECTION_NOT_PLANNED")]
    [InlineData("cancelled after start", "start", "INSPECTION_NOT_PLANNED")]
    [InlineData("cancelled after start", "conclude", "INSPECTION_NOT_IN_PROGRESS")]
    [InlineData("cancelled after start", "cancel", "INSPECTION_ENDED")]
    [InlineData("cancelled after start", "remove", "INSPECTION_WAS_STARTED")]
    [InlineData("cancelled after start", "record a finding", "INSPECTION_NOT_IN_PROGRESS")]
    [InlineData("of nobody", "start", "INSPECTION_HAS_NO_UNITS")]
    [InlineData("of nobody", "conclude", "INSPECTION_NOT_IN_PROGRESS")]
    [InlineData("of nobody", "record a finding", "INSPECTION_NOT_IN_PROGRESS")]
    public void Other_step_is_refused_with_its_reason_and_the_present_state(string inspection, string step, string reason)
    {
        var error = Assert.Throws<FazhiException>(() => Steps[step](Inspections[inspection]));
        Assert.Equal((StatusCode.FailedPrecondition, reason), (error.Code, error.Reason));
        Assert.Equal(Inspections[inspection].State.ToString(), error.Metadata["state"]);
        Assert.Equal(Inspections[inspection].Name, error.ResourceName);
    }

    [Fact]
    public void Step_counts_a_revision_keeps_the_time_and_changes_the_etag()
    {
        var started = Planned.Start(Later);
        Assert.Equal((Planned.Revision + 1, Later, Now), (started.Revision, started.UpdateTime, started.CreateTime));
        Assert.NotEqual(Planned.Etag, started.Etag);
        Assert.NotEqual(InProgress.Etag, WithFinding.Etag);
    }

    [Fact]
    public void Finding_is_of_a_unit_that_is_inspected()
    {
        var error = Assert.Throws<FazhiException>(() => InProgress.EnsureTakesFindingOf("units/other"));
        Assert.Equal("finding.unit", Assert.Single(error.FieldViolations).Field);
    }

    [Fact]
    public void Outcomes_are_of_units_that_are_inspected_and_of_a_kind()
    {
        var error = Assert.Throws<FazhiException>(() => InProgress.Conclude(
            [new Outcome(Unit, OutcomeKind.Talk, ""), new Outcome("units/other", OutcomeKind.Unspecified, new string('字', 4001))], Later));
        Assert.Equal(["outcomes[1].unit", "outcomes[1].kind", "outcomes[1].text"], error.FieldViolations.Select(violation => violation.Field));
    }

    [Fact]
    public void Everything_that_is_wrong_is_said_at_once()
    {
        var error = Assert.Throws<FazhiException>(() => InspectionContent.Check(
            " ", "99012", (InspectionManner)9, "2024-3-1", "", ["units/a/b", "县司法局", "县司法局", ""], ["plans/p"]));
        Assert.Equal(
            [
                "inspection.title", "inspection.region_code", "inspection.manner", "inspection.start_date", "inspection.end_date",
                "inspection.units[0]", "inspection.units[2]", "inspection.units[3]", "inspection.tasks[0]",
            ],
            error.FieldViolations.Select(violation => violation.Field));
    }

    [Theory]
    [InlineData("2024-03-01", "2024-02-29")]
    [InlineData("2024-03-01", "2023-12-31")]
    public void Inspection_does_not_end_before_it_starts(string start, string end)
    {
        var error = Assert.Throws<FazhiException>(() => InspectionContent.Check("督察", "990100", InspectionManner.Written, start, end, [], []));
        Assert.Equal("inspection.end_date", Assert.Single(error.FieldViolations).Field);
    }

    [Theory]
    [InlineData("990000", true)]
    [InlineData("990121101", true)]
    [InlineData("9901211", false)]
    [InlineData("090000", false)]
    [InlineData("99O000", false)]
    [InlineData("９９００００", false)]
    [InlineData("", false)]
    public void Region_code_has_six_or_nine_digits(string code, bool right) => Assert.Equal(right, Checks.RegionCode.TryParse(code) is not null);

    [Fact]
    public void Lists_have_a_limit()
    {
        var units = Enumerable.Range(0, 2001).Select(number => $"单位{number}").ToList();
        Assert.Equal("inspection.units", Assert.Single(Assert.Throws<FazhiException>(() => Check(units: units)).FieldViolations).Field);
    }

    private static InspectionContent Check(string title = "2024年法治政府建设专项督察", IReadOnlyList<string>? units = null) =>
        InspectionContent.Check(title, "990121", InspectionManner.OnSite, "2024-03-01", "2024-03-15", units ?? [Unit, "县教育局"], ["plans/p1/tasks/3"]);
}
