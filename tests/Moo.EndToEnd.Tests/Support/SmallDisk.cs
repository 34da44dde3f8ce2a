using System.Diagnostics;

namespace Moo.EndToEnd.Tests.Support;

/// <summary>A disk that is easily full: a file system in memory. Skips the test where one may not be mounted.</summary>
internal sealed class SmallDisk : IDisposable
{
    private SmallDisk(string folder) => Folder = folder;

    public string Folder { get; }

    public static SmallDisk Mount(int megabytes, string options = "")
    {
        var folder = Directory.CreateTempSubdirectory("moo-disk-").FullName;
        var code = Run("mount", "-t", "tmpfs", "-o", $"size={megabytes}m{options}", "tmpfs", folder);
        if (code != 0) Directory.Delete(folder);
        Assert.SkipWhen(code != 0, "A file system cannot be mounted here (that takes root).");
        return new SmallDisk(folder);
    }

    /// <summary>Fills it to the last byte.</summary>
    public void Fill()
    {
        using var file = File.Create(Path.Combine(Folder, "filler"));
        var block = new byte[4096];
        try
        {
            while (true)
            {
                file.Write(block);
                file.Flush();
            }
        }
        catch (IOException)
        {
            return; // full
        }
    }

    /// <summary>Makes room again.</summary>
    public void MakeRoom() => File.Delete(Path.Combine(Folder, "filler"));

    /// <summary>Takes no more writes, as a disk that the system has found to be failing; or takes them again.</summary>
    public void MakeReadOnly(bool isReadOnly) => Assert.Equal(0, Run("mount", "-o", isReadOnly ? "remount,ro" : "remount,rw", Folder));

    public void Dispose()
    {
        Run("umount", "-l", Folder);
        Directory.Delete(Folder);
    }

    private static int Run(string program, params string[] arguments)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true, RedirectStandardOutput = true })!;
            process.WaitForExit();
            return process.ExitCode;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return -1; // there is no such program
        }
    }
}
