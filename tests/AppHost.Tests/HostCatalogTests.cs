using System.Net;
using System.Net.Sockets;
using Fazhi.AppHost.Hosts;
using Fazhi.Testing;

namespace Fazhi.AppHost.Tests;

public sealed class HostCatalogTests
{
    [Fact]
    public void Every_host_is_told_its_data_its_address_and_where_the_services_are()
    {
        using var temp = new TempFolder();
        Publish(temp, "Units", "Plans", "Reports", "Supervision", "Search", "Gateway");
        using var data = DataFolder.Open(temp["data"]);
        var hosts = HostCatalog.Describe(temp.Path, data, gatewayPort: 8080, servicePorts: [1, 2, 3, 4, 5]);

        Assert.Equal(["units", "plans", "reports", "supervision", "search", "gateway"], hosts.Select(host => host.Name));
        var plans = hosts[1];
        Assert.Equal(["dotnet", temp["hosts", "Plans", "Fazhi.Plans.dll"]], plans.Command);
        Assert.Equal(temp["hosts", "Plans"], plans.Folder);
        Assert.Equal(temp["data", "plans"], plans.Environment["Fazhi__Data"]);
        Assert.Equal("http://127.0.0.1:2", plans.Environment["Fazhi__Listen"]);
        Assert.Equal("true", plans.Environment["Fazhi__ExitWithParent"]);
        Assert.Equal("http://127.0.0.1:1", plans.Environment["Fazhi__Services__Units"]);
        Assert.Equal("http://127.0.0.1:5", plans.Environment["Fazhi__Services__Search"]);
        Assert.Equal("http://localhost:8080", hosts[5].Environment["Fazhi__Listen"]);
    }

    [Fact]
    public void Built_host_is_found_through_the_list_beside_the_AppHost()
    {
        using var temp = new TempFolder();
        Directory.CreateDirectory(temp["app"]);
        Directory.CreateDirectory(temp["units"]);
        File.WriteAllText(temp["units", "Fazhi.Units.dll"], "");
        File.WriteAllText(temp["app", "hosts.list"], "../units/Fazhi.Units.dll\n");
        Assert.Equal(temp["units", "Fazhi.Units.dll"], HostAssemblies.Find(temp["app"], "Units"));
    }

    [Fact]
    public void Host_that_was_not_built_is_named()
    {
        using var temp = new TempFolder();
        File.WriteAllText(temp["hosts.list"], "gone/Fazhi.Units.dll\n");
        Assert.Contains("Fazhi.Units.dll", Assert.Throws<AppHostException>(() => HostAssemblies.Find(temp.Path, "Units")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Ports_are_free_and_distinct()
    {
        var ports = PortAllocator.Take(20);
        Assert.Equal(20, ports.Distinct().Count());
        Assert.All(ports, port => Assert.True(PortAllocator.IsFree(port)));
    }

    [Fact]
    public void Port_that_someone_listens_on_is_not_free()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        Assert.False(PortAllocator.IsFree(((IPEndPoint)listener.LocalEndpoint).Port));
    }

    private static void Publish(TempFolder folder, params ReadOnlySpan<string> projects)
    {
        foreach (var project in projects)
        {
            Directory.CreateDirectory(folder["hosts", project]);
            File.WriteAllText(folder["hosts", project, $"Fazhi.{project}.dll"], "");
        }
    }
}
