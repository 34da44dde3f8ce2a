using Moo.Daemon.Hosting;

namespace Moo.Daemon.Tests;

public sealed class BackupFolderTests : IDisposable
{
    private readonly string _data = Directory.CreateTempSubdirectory("moo-test-").FullName;

    [Fact]
    public void The_newest_stay_and_the_last_one_of_each_day()
    {
        var (folder, now) = (new BackupFolder(_data), new DateTimeOffset(2030, 6, 30, 12, 0, 0, TimeSpan.Zero));
        Directory.CreateDirectory(Path.Combine(_data, "backups"));
        for (var hours = 0; hours < 24 * 20; hours += 3) File.WriteAllText(folder.PathFor(now.AddHours(-hours)), "");
        File.WriteAllText(folder.PathFor(now.AddDays(-100), "before-repair"), "");
        File.WriteAllText(Path.Combine(_data, "backups", "mine.moo.gz"), "");

        folder.Rotate(days: 7, now);

        var kept = folder.All().Select(backup => backup.Time).ToList();
        Assert.Equal(Enumerable.Range(0, 6).Select(n => now.AddHours(-3 * n)), kept.Take(6)); // back to 21:00 the day before
        Assert.Equal(Enumerable.Range(2, 5).Select(day => new DateTimeOffset(2030, 6, 30 - day, 21, 0, 0, TimeSpan.Zero)), kept.Skip(6).Take(5));
        Assert.True(now - kept[^1] < TimeSpan.FromDays(7));
        Assert.Equal(kept.Count + 2, Directory.GetFiles(Path.Combine(_data, "backups")).Length);
        Assert.Empty(folder.Rotate(days: 7, now));
    }

    [Fact]
    public void A_name_is_its_time()
    {
        var folder = new BackupFolder(_data);
        var time = new DateTimeOffset(2030, 12, 31, 23, 59, 58, TimeSpan.Zero);

        Assert.Equal(Path.Combine(_data, "backups", "2030-12-31T23-59-58Z.moo.gz"), folder.PathFor(time));
        Assert.Empty(folder.All());
    }

    public void Dispose() => Directory.Delete(_data, recursive: true);
}
