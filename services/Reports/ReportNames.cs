using Fazhi.Hosting;

namespace Fazhi.Reports;

/// <summary>Forms of the resource names of this service.</summary>
internal static class ReportNames
{
    public static readonly ResourceName Report = new("reports/{report}");
}
