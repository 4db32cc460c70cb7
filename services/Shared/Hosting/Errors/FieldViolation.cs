namespace Fazhi.Hosting;

/// <summary>One field of a request that is wrong, as in <c>google.rpc.BadRequest</c>.</summary>
/// <param name="Field">Path of the field in proto names, such as <c>plan.period.start_year</c>.</param>
/// <param name="Description">What is wrong and what would be right, in Chinese.</param>
public sealed record FieldViolation(string Field, string Description);
