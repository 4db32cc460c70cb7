using Fazhi.Hosting;

namespace Fazhi.Supervision;

/// <summary>Forms of the resource names.</summary>
internal static class SupervisionNames
{
    public static readonly ResourceName Inspection = new("inspections/{inspection}");

    public static readonly ResourceName Finding = new("inspections/{inspection}/findings/{number}");

    /// <summary>Id of the inspection and number of the finding in a finding's name; null when there is no such number.</summary>
    public static (string InspectionId, int Number)? ParseFinding(string name)
    {
        var ids = Finding.ParseAll(name);
        return int.TryParse(ids[1], System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var number)
            ? (ids[0], number)
            : null;
    }
}
