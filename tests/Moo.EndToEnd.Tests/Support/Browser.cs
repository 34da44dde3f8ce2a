using System.Diagnostics;
using System.Net.Http.Json;
using System.Text.Json;

namespace Moo.EndToEnd.Tests.Support;

/// <summary>A Chromium without a screen, driven over the WebDriver protocol (W3C, https://www.w3.org/TR/webdriver2/).</summary>
internal sealed class Browser : IAsyncDisposable
{
    private const string ElementKey = "element-6066-11e4-a52e-4f735466cecf";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly Process _driver;
    private readonly HttpClient _http;
    private string _session = "";

    private Browser(Process driver, HttpClient http) => (_driver, _http) = (driver, http);

    /// <summary>Starts one with a window of some size; skips the test if there is none.</summary>
    public static async Task<Browser> Start(int width, int height)
    {
        var (driver, chromium) = (Programs.Need("chromedriver", "chromium-driver"), Programs.Need("chromium", "chromium"));
        var port = MooServer.FreePort();
        var process = Process.Start(new ProcessStartInfo(driver, [$"--port={port}", "--silent"]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var browser = new Browser(process, new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{port}"), Timeout = Patience });
        await browser.UntilReady();
        string[] arguments = ["--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", $"--window-size={width},{height}", $"--user-data-dir={Programs.Folder()}"];
        var options = new Dictionary<string, object> { ["binary"] = chromium, ["args"] = arguments };
        var made = await browser.Ask(HttpMethod.Post, "/session", new { capabilities = new { alwaysMatch = new Dictionary<string, object> { ["browserName"] = "chrome", ["goog:chromeOptions"] = options } } });
        browser._session = "/session/" + made.GetProperty("sessionId").GetString();
        return browser;
    }

    /// <summary>Opens a page.</summary>
    public Task Open(string url) => Ask(HttpMethod.Post, _session + "/url", new { url });

    /// <summary>Makes the window as large as this.</summary>
    public Task Resize(int width, int height) => Ask(HttpMethod.Post, _session + "/window/rect", new { width, height });

    /// <summary>Types into the element that a selector finds; <c>\uE007</c> is Enter, <c>\uE013</c> the arrow up.</summary>
    public async Task Type(string selector, string text)
    {
        var found = await Ask(HttpMethod.Post, _session + "/element", new Dictionary<string, string> { ["using"] = "css selector", ["value"] = selector });
        await Ask(HttpMethod.Post, $"{_session}/element/{found.GetProperty(ElementKey).GetString()}/value", new { text });
    }

    /// <summary>What a JavaScript expression is, as text.</summary>
    public async Task<string> Value(string expression) =>
        (await Ask(HttpMethod.Post, _session + "/execute/sync", new { script = $"return String({expression})", args = Array.Empty<object>() })).GetString()!;

    /// <summary>Waits until a JavaScript expression is true.</summary>
    public async Task Until(string expression)
    {
        var clock = Stopwatch.StartNew();
        while (await Value($"!!({expression})") != "true")
        {
            if (clock.Elapsed > Patience) Assert.Fail($"never true: {expression}\nthe page shows:\n{await Value("document.body.innerText")}");
            await Task.Delay(50, TestContext.Current.CancellationToken);
        }
    }

    /// <summary>Takes a picture of the page.</summary>
    public async Task<byte[]> Picture() => Convert.FromBase64String((await Ask(HttpMethod.Get, _session + "/screenshot")).GetString()!);

    private async Task UntilReady()
    {
        var clock = Stopwatch.StartNew();
        while (true)
        {
            try
            {
                if ((await Ask(HttpMethod.Get, "/status")).GetProperty("ready").GetBoolean()) return;
            }
            catch (HttpRequestException) when (clock.Elapsed < Patience)
            {
                // It has not begun to listen.
            }
            await Task.Delay(50, TestContext.Current.CancellationToken);
        }
    }

    private async Task<JsonElement> Ask(HttpMethod method, string path, object? body = null)
    {
        using var request = new HttpRequestMessage(method, path) { Content = body is null ? null : JsonContent.Create(body) };
        // The driver takes no chunked requests.
        if (request.Content is not null) await request.Content.LoadIntoBufferAsync();
        using var response = await _http.SendAsync(request, TestContext.Current.CancellationToken);
        var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.True(response.IsSuccessStatusCode, text);
        return JsonDocument.Parse(text).RootElement.GetProperty("value");
    }

    public async ValueTask DisposeAsync()
    {
        if (_session.Length > 0) await Ask(HttpMethod.Delete, _session);
        _driver.Kill(entireProcessTree: true);
        await _driver.WaitForExitAsync();
        _driver.Dispose();
        _http.Dispose();
    }
}
