using System.Diagnostics;

namespace Moo.EndToEnd.Tests.Support;

/// <summary>Programs of the system that tests drive; a test whose program is missing is skipped with the reason.</summary>
internal static class Programs
{
    private static readonly string[] Folders = ["/usr/local/bin", "/usr/bin", "/bin", "/usr/games", "/usr/sbin"];

    /// <summary>The path of a program; skips the test if it is not there.</summary>
    public static string Need(string name, string package)
    {
        var path = Folders.Select(folder => Path.Combine(folder, name)).FirstOrDefault(File.Exists);
        if (path is null) Assert.Skip($"{name} is not installed (Debian: apt-get install {package})");
        return path!;
    }

    /// <summary>Runs a shell command in a folder.</summary>
    /// <returns>What it wrote, errors too.</returns>
    public static async Task<string> Shell(string folder, string command)
    {
        var start = new ProcessStartInfo("/bin/bash", ["-c", "exec 2>&1\n" + command]) { RedirectStandardOutput = true, RedirectStandardInput = true, WorkingDirectory = folder };
        start.Environment["TERM"] = "xterm-256color";
        start.Environment["HOME"] = folder;
        start.Environment["LANG"] = start.Environment["LC_ALL"] = "C.UTF-8";
        using var process = Process.Start(start)!;
        process.StandardInput.Close();
        var output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return output;
    }

    /// <summary>A new folder for one test.</summary>
    public static string Folder() => Directory.CreateTempSubdirectory("moo-client-").FullName;
}
