using Fazhi.Testing;
using Microsoft.Playwright;

namespace Fazhi.EndToEnd.Tests.Browser;

/// <summary>The machine's own Chromium, driven by Playwright; started for the first test that needs it.</summary>
public sealed class ChromiumBrowser : IAsyncLifetime
{
    // Without these Chromium looks up its maker's servers at every start.
    private static readonly string[] Quiet =
    [
        "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--disable-quic", "--no-first-run",
        "--disable-background-networking", "--disable-component-update", "--disable-sync",
    ];

    private IPlaywright? _playwright;
    private IBrowser? _browser;

    /// <summary>Opens a page of a new, empty profile; the test is skipped without Chromium.</summary>
    internal async Task<WatchedPage> OpenAsync(Uri home, bool script = true)
    {
        var executable = Optional.Chromium();
        _playwright ??= await Playwright.CreateAsync();
        _browser ??= await _playwright.Chromium.LaunchAsync(new() { ExecutablePath = executable, Headless = true, Args = Quiet });
        var context = await _browser.NewContextAsync(new() { BaseURL = home.ToString(), Locale = "zh-CN", JavaScriptEnabled = script });
        return new WatchedPage(context, await context.NewPageAsync(), home);
    }

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
            await _browser.CloseAsync();
        _playwright?.Dispose();
    }
}
