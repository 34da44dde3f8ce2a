namespace Moo.EndToEnd.Tests.Support;

/// <summary>The least of a world: for tests that must not depend on what the starter world does.</summary>
internal static class BareCore
{
    public static string Folder { get; } = Path.Combine(MooServer.Root, "tests", "cores", "bare");

    /// <summary>Starts a server with it.</summary>
    /// <param name="store">What <c>--store</c> says; null for SQLite in the data folder.</param>
    /// <param name="more">More arguments.</param>
    public static Task<MooServer> Start(string? store = null, params string[] more) =>
        MooServer.Start(["--core", Folder, .. store is null ? Array.Empty<string>() : ["--store", store], .. more]);
}
