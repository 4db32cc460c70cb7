using Fazhi.Supervision.Checks;

namespace Fazhi.Supervision.Findings;

/// <summary>What an inspector writes down of a finding. It is right by itself: see <see cref="Check"/>.</summary>
internal sealed record FindingContent
{
    private FindingContent() { }

    /// <summary>What is wrong.</summary>
    public required string Problem { get; init; }

    public required FindingSeverity Severity { get; init; }

    /// <summary>Responsible unit.</summary>
    public required string Unit { get; init; }

    /// <summary>Task that it is about, as a resource name; empty for none.</summary>
    public required string Task { get; init; }

    /// <summary>Reads the fields, which are named as in the proto.</summary>
    /// <exception cref="Fazhi.Hosting.FazhiException">INVALID_ARGUMENT with every field that is wrong.</exception>
    public static FindingContent Check(string problem, FindingSeverity severity, string unit, string task)
    {
        var checks = new FieldChecks("finding.");
        var content = new FindingContent
        {
            Problem = checks.Text("problem", problem),
            Severity = checks.Member("severity", severity),
            Unit = checks.Unit("unit", unit),
            Task = checks.Task("task", task, required: false),
        };
        checks.ThrowIfAnyWrong();
        return content;
    }

    /// <summary>What was checked before it was stored.</summary>
    public static FindingContent Stored(string problem, FindingSeverity severity, string unit, string task) =>
        new() { Problem = problem, Severity = severity, Unit = unit, Task = task };
}
