using Fazhi.Hosting;
using Fazhi.Supervision.Findings;
using Grpc.Core;

namespace Fazhi.Supervision.Tests;

/// <summary>The rules of a finding, without a server: every step from every state.</summary>
public sealed class FindingRulesTests
{
    private static readonly DateTimeOffset Now = new(2024, 3, 1, 1, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset Later = Now.AddHours(1);
    private static readonly DateOnly Deadline = new(2024, 4, 1);

    private static readonly Finding Open = Finding.Record("i1", 1, FindingContent.Check("执法文书未归档", FindingSeverity.Serious, "县教育局", ""), Now);
    private static readonly Finding Rectifying = Open.StartRectification("补齐归档", Deadline, Now);
    private static readonly Finding Submitted = Rectifying.Submit("已补齐", Now);
    private static readonly Finding Returned = Submitted.Return("仍缺两份", Now);
    private static readonly Finding Closed = Submitted.Close("", Now);

    private static readonly Dictionary<string, Finding> Findings = new()
    {
        ["open"] = Open,
        ["rectifying"] = Rectifying,
        ["submitted"] = Submitted,
        ["returned"] = Returned,
        ["closed"] = Closed,
    };

    private static readonly Dictionary<string, Func<Finding, Finding>> Steps = new()
    {
        ["start"] = finding => finding.StartRectification("补齐", Deadline, Later),
        ["submit"] = finding => finding.Submit("已补齐", Later),
        ["return"] = finding => finding.Return("不全", Later),
        ["close"] = finding => finding.Close("同意销号", Later),
    };

    [Theory]
    [InlineData("open", "start", FindingState.Rectifying)]
    [InlineData("rectifying", "submit", FindingState.Submitted)]
    [InlineData("returned", "submit", FindingState.Submitted)]
    [InlineData("submitted", "return", FindingState.Rectifying)]
    [InlineData("submitted", "close", FindingState.Closed)]
    internal void Allowed_step_leads_to_its_state_and_leaves_an_event(string finding, string step, FindingState state)
    {
        var next = Steps[step](Findings[finding]);
        Assert.Equal(state, next.State);
        Assert.Equal(Findings[finding].Events.Count + 1, next.Events.Count);
        Assert.Equal((Later, state), (next.Events[^1].Time, next.Events[^1].State));
        Assert.Equal((Findings[finding].Revision + 1, Later), (next.Revision, next.UpdateTime));
        Assert.NotEqual(Findings[finding].Etag, next.Etag);
    }

    [Theory]
    [InlineData("open", "submit", "FINDING_NOT_RECTIFYING")]
    [InlineData("open", "return", "FINDING_NOT_SUBMITTED")]
    [InlineData("open", "close", "FINDING_NOT_SUBMITTED")]
    [InlineData("rectifying", "start", "FINDING_NOT_OPEN")]
    [InlineData("rectifying", "return", "FINDING_NOT_SUBMITTED")]
    [InlineData("rectifying", "close", "FINDING_NOT_SUBMITTED")]
    [InlineData("returned", "start", "FINDING_NOT_OPEN")]
    [InlineData("returned", "return", "FINDING_NOT_SUBMITTED")]
    [InlineData("returned", "close", "FINDING_NOT_SUBMITTED")]
    [InlineData("submitted", "start", "FINDING_NOT_OPEN")]
    [InlineData("submitted", "submit", "FINDING_NOT_RECTIFYING")]
    [InlineData("closed", "start", "FINDING_NOT_OPEN")]
    [InlineData("closed", "submit", "FINDING_NOT_RECTIFYING")]
    [InlineData("closed", "return", "FINDING_NOT_SUBMITTED")]
    [InlineData("closed", "close", "FINDING_NOT_SUBMITTED")]
    public void Other_step_is_refused_with_its_reason_and_the_present_state(string finding, string step, string reason)
    {
        var error = Assert.Throws<FazhiException>(() => Steps[step](Findings[finding]));
        Assert.Equal((StatusCode.FailedPrecondition, reason), (error.Code, error.Reason));
        Assert.Equal(Findings[finding].State.ToString(), error.Metadata["state"]);
    }

    [Theory]
    [InlineData("open", "2030-01-01", false)] // no deadline yet
    [InlineData("rectifying", "2024-04-01", false)] // the day itself is in time
    [InlineData("rectifying", "2024-04-02", true)]
    [InlineData("submitted", "2024-04-02", true)]
    [InlineData("closed", "2024-04-02", false)]
    public void Finding_is_overdue_after_the_day_of_its_deadline_until_it_is_closed(string finding, string today, bool overdue) =>
        Assert.Equal(overdue, Findings[finding].IsOverdue(DateOnly.Parse(today, null)));

    [Fact]
    public void Everything_that_is_wrong_is_said_at_once()
    {
        var error = Assert.Throws<FazhiException>(() => FindingContent.Check(new string('字', 4001), FindingSeverity.Unspecified, "", "tasks/1"));
        Assert.Equal(["finding.problem", "finding.severity", "finding.unit", "finding.task"], error.FieldViolations.Select(violation => violation.Field));
    }
}
