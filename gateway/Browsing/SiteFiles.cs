using System.Collections.Frozen;
using System.Security.Cryptography;

namespace Fazhi.Gateway.Browsing;

/// <summary>The style sheet, the icon and the script of the search field, served out of the assembly under addresses that change with their content.</summary>
internal static class SiteFiles
{
    private static readonly FrozenDictionary<string, SiteFile> All = new (string Name, string ContentType)[]
        {
            ("app.css", "text/css; charset=utf-8"),
            ("favicon.svg", "image/svg+xml"),
            ("suggest.js", "text/javascript; charset=utf-8"),
        }
        .ToFrozenDictionary(file => file.Name, file => SiteFile.Load(file.Name, file.ContentType), StringComparer.Ordinal);

    /// <summary>The address of a file of wwwroot.</summary>
    public static string AddressOf(string name) => $"/assets/{name}?v={All[name].Version}";

    public static void MapSiteFiles(this IEndpointRouteBuilder endpoints)
        => endpoints.MapGet("/assets/{name}", (string name, HttpContext context) =>
        {
            if (!All.TryGetValue(name, out var file))
                return Results.NotFound();
            context.Response.Headers.CacheControl = context.Request.Query["v"] == file.Version ? "public, max-age=31536000, immutable" : "no-cache";
            return Results.Bytes(file.Bytes, file.ContentType, entityTag: new($"\"{file.Version}\""));
        });

    private sealed record SiteFile(byte[] Bytes, string ContentType, string Version)
    {
        public static SiteFile Load(string name, string contentType)
        {
            using var stream = typeof(SiteFiles).Assembly.GetManifestResourceStream($"wwwroot/{name}")
                ?? throw new InvalidOperationException($"wwwroot/{name} is not part of the assembly.");
            var bytes = new byte[stream.Length];
            stream.ReadExactly(bytes);
            return new SiteFile(bytes, contentType, Convert.ToHexStringLower(SHA256.HashData(bytes))[..12]);
        }
    }
}
