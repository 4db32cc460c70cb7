using Fazhi.Testing;

namespace Fazhi.Hosting.Tests.Host;

/// <summary>Runs the test program itself in another role (see Program.cs).</summary>
internal static class ThisProgram
{
    public static ChildProcess Start(params string[] arguments) => ChildProcess.Start(
        Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet", [typeof(ThisProgram).Assembly.Location, .. arguments]);
}
