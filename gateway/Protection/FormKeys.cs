using Fazhi.Hosting;
using Microsoft.AspNetCore.DataProtection;

namespace Fazhi.Gateway.Protection;

/// <summary>
/// The keys that sign the forms of the pages. They lie in a folder, so that a form that was opened before a restart, or at another gateway with the same folder, can still be sent.
/// </summary>
internal static class FormKeys
{
    private const string Folder = "keys";

    public static void Add(WebApplicationBuilder builder)
    {
        var folder = Directory.CreateDirectory(
            builder.Configuration[$"{GatewayOptions.Section}:{nameof(GatewayOptions.Keys)}"] is { Length: > 0 } chosen
                ? chosen
                : Path.Combine(HostSettings.DataFolder(builder.Configuration, "gateway"), Folder));
        builder.Services.AddDataProtection().SetApplicationName("fazhi-gateway").PersistKeysToFileSystem(folder);
        // It warns that the keys are not encrypted: the folder is the gateway's own, its files are readable by it alone, and they sign nothing but forms.
        builder.Logging.AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error);
    }
}
