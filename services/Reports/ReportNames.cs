using System.Globalization;
using Fazhi.Hosting;

namespace Fazhi.Reports;

/// <summary>Forms of the resource names of this service.</summary>
internal static class ReportNames
{
    public static readonly ResourceName Report = new("reports/{report}");

    public static readonly ResourceName Passage = new("reports/{report}/passages/{number}");

    public static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
