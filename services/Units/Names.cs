using Fazhi.Hosting;

namespace Fazhi.Units;

/// <summary>The resource names of this service.</summary>
internal static class Names
{
    public static readonly ResourceName Region = new("regions/{region}");

    public static readonly ResourceName Unit = new("units/{unit}");

    public static readonly ResourceName Proposal = new("unitProposals/{proposal}");

    public static readonly ResourceName Function = new("functions/{function}");
}
