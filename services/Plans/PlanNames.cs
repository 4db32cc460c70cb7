using System.Globalization;
using Fazhi.Hosting;

namespace Fazhi.Plans;

/// <summary>Forms of the resource names of this service.</summary>
internal static class PlanNames
{
    public static readonly ResourceName Plan = new("plans/{plan}");

    public static readonly ResourceName Task = new("plans/{plan}/tasks/{number}");

    public static readonly ResourceName Consultation = new("plans/{plan}/consultation");

    public static readonly ResourceName ThemeCatalogue = new("themeCatalogues/{catalogue}");

    public static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
