using System.Text.Json;
using Fazhi.Testing;

namespace Fazhi.EndToEnd.Tests.Samples;

/// <summary>What an importer should find in one sample, as deploy/samples/expected.json says.</summary>
/// <param name="File">Name of the file.</param>
/// <param name="Type">plan or report.</param>
/// <param name="Region">Code of the region; empty if it is anonymised.</param>
/// <param name="Anonymised">The document hides its region.</param>
/// <param name="Title">Title; empty if the document has none.</param>
/// <param name="StartYear">First year covered.</param>
/// <param name="EndYear">Last year covered.</param>
/// <param name="PlanKind">Name of the kind in the proto; null if there is none to find.</param>
/// <param name="Status">Name of the status in the proto; null for reports.</param>
/// <param name="DocumentNumber">发文字号; null if none is printed.</param>
/// <param name="Tasks">Number of tasks; null for reports.</param>
internal sealed record ExpectedSample(
    string File, string Type, string Region, bool Anonymised, string Title, int StartYear, int EndYear,
    string? PlanKind = null, string? Status = null, string? DocumentNumber = null, int? Tasks = null)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    /// <summary>All of them, by file.</summary>
    public static IReadOnlyDictionary<string, ExpectedSample> All { get; } = Read();

    private static Dictionary<string, ExpectedSample> Read()
    {
        using var document = JsonDocument.Parse(System.IO.File.ReadAllText(Path.Combine(Repository.Root, "deploy", "samples", "expected.json")));
        return document.RootElement.GetProperty("documents").Deserialize<List<ExpectedSample>>(Json)!.ToDictionary(sample => sample.File);
    }
}
