using System.Globalization;
using System.Text.RegularExpressions;

namespace Fazhi.Gateway.Tests.World;

/// <summary>The source of a page with its Chinese readable. References of what could be markup stay as they are.</summary>
internal static partial class PageSource
{
    public static async Task<string> ReadPageAsync(this HttpContent content)
        => Reference().Replace(
            await content.ReadAsStringAsync(TestContext.Current.CancellationToken),
            match => int.Parse(match.Groups[1].Value, NumberStyles.HexNumber, CultureInfo.InvariantCulture) is var code && code >= 0x80
                ? char.ConvertFromUtf32(code)
                : match.Value);

    /// <summary>The page at an address, which must answer with success.</summary>
    public static async Task<string> GetPageAsync(this HttpClient http, string address)
    {
        using var response = await http.GetAsync(address, TestContext.Current.CancellationToken);
        response.EnsureSuccessStatusCode();
        return await response.Content.ReadPageAsync();
    }

    [GeneratedRegex("&#x([0-9A-F]{2,6});")]
    private static partial Regex Reference();
}
