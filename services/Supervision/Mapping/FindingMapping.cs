using Fazhi.Hosting;
using Fazhi.Supervision.Findings;
using Fazhi.Supervision.Storage;
using Google.Protobuf.WellKnownTypes;
using Proto = Fazhi.Supervision.V1;

namespace Fazhi.Supervision.Mapping;

/// <summary>Findings between the contract and the domain. The enums agree in their numbers, which a test guards.</summary>
internal static class FindingMapping
{
    public static Proto.Finding ToProto(this Finding finding, DateOnly today) => new()
    {
        Name = finding.Name,
        Problem = finding.Content.Problem,
        Severity = (Proto.Finding.Types.Severity)finding.Content.Severity,
        Unit = finding.Content.Unit,
        Task = finding.Content.Task,
        State = (Proto.Finding.Types.State)finding.State,
        Measures = finding.Measures,
        Deadline = finding.Deadline is { } deadline ? Dates.Print(deadline) : "",
        Result = finding.Result,
        Events = { finding.Events.Select(step => new Proto.FindingEvent { Time = step.Time.ToTimestamp(), State = (Proto.Finding.Types.State)step.State, Comment = step.Comment }) },
        Overdue = finding.IsOverdue(today),
        CreateTime = finding.CreateTime.ToTimestamp(),
        UpdateTime = finding.UpdateTime.ToTimestamp(),
        Etag = finding.Etag,
    };

    /// <exception cref="FazhiException">INVALID_ARGUMENT with every field that is wrong.</exception>
    public static FindingContent ToContent(this Proto.Finding? finding) => finding is null
        ? throw FazhiException.InvalidArgument("finding", "不能为空")
        : FindingContent.Check(finding.Problem, (FindingSeverity)finding.Severity, finding.Unit, finding.Task);
}
