using System.Reflection;
using System.Runtime.CompilerServices;

namespace Moo.Testing;

/// <summary>Compares text with a file beside the test: <c>Class.Method.verified.txt</c>, Verify's convention.</summary>
/// <remarks>
/// A difference leaves <c>….received.txt</c> to look at. <c>UPDATE_SNAPSHOTS=1</c> accepts what was received. A missing
/// snapshot fails too: a test that wrote its own expectation would prove nothing.
/// </remarks>
internal static class Snapshot
{
    private static readonly string Root = typeof(Snapshot).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .First(a => a.Key == "TestProjectDir").Value!;

    public static void Match(string actual, string? name = null, [CallerFilePath] string file = "",
        [CallerMemberName] string member = "")
    {
        actual = Normalise(actual);
        var stem = $"{Path.GetFileNameWithoutExtension(file)}.{member}{(name is null ? "" : "." + name)}";
        var verified = Path.Combine(Root, "Snapshots", stem + ".verified.txt");
        var received = Path.Combine(Root, "Snapshots", stem + ".received.txt");
        Directory.CreateDirectory(Path.GetDirectoryName(verified)!);

        if (Environment.GetEnvironmentVariable("UPDATE_SNAPSHOTS") == "1")
        {
            File.WriteAllText(verified, actual);
            return;
        }
        if (File.Exists(verified) && Normalise(File.ReadAllText(verified)) == actual)
        {
            File.Delete(received);
            return;
        }

        File.WriteAllText(received, actual);
        Assert.Equal(File.Exists(verified) ? Normalise(File.ReadAllText(verified)) : $"(no {verified} yet)", actual);
    }

    private static string Normalise(string text) => text.ReplaceLineEndings("\n");
}
