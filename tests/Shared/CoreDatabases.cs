using System.Reflection;

namespace Moo.Testing;

/// <summary>Databases of other servers that tests run on. They stay outside the repository: see docs/how-to/move-a-world.md.</summary>
internal static class CoreDatabases
{
    /// <summary>LambdaCore as LambdaMOO wrote it, format version 4.</summary>
    public static string LambdaCore => Find("LambdaCore.db");

    /// <summary>ToastCore as ToastStunt wrote it, format version 17.</summary>
    public static string ToastCore => Find("toastcore.db");

    /// <summary>The path of a database; the test is skipped where it is missing.</summary>
    public static string Find(string name)
    {
        var root = typeof(CoreDatabases).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().First(data => data.Key == "RepositoryRoot").Value!;
        var folder = Environment.GetEnvironmentVariable("MOO_TEST_DATABASES") ?? Path.Combine(root, "..", "shared", "data");
        var path = Path.GetFullPath(Path.Combine(folder, name));
        Assert.SkipUnless(File.Exists(path), $"{path} is missing; MOO_TEST_DATABASES names another folder.");
        return path;
    }
}
