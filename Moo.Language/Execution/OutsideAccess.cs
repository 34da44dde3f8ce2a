namespace Moo.Language.Execution;

/// <summary>What programs may reach outside the world. Everything is off until whoever runs the server switches it on.</summary>
/// <remarks>What a wizard can do, everybody who ever becomes one can: so the switches are not in the world but in the server's settings.</remarks>
public sealed record OutsideAccess
{
    /// <summary>Nothing.</summary>
    public static readonly OutsideAccess None = new();

    /// <summary>The folder that holds <c>files/</c> and <c>executables/</c>; without one, both stay off.</summary>
    public string? DataFolder { get; init; }

    /// <summary>Whether wizards may use the <c>file_…()</c> functions, inside <c>files/</c>.</summary>
    public bool Files { get; init; }

    /// <summary>Bytes that a file may hold for a program to write to it or read it whole.</summary>
    public long LargestFile { get; init; } = 64 << 20;

    /// <summary>Whether wizards may use the <c>sqlite_…()</c> functions, on databases inside <c>files/</c>, which hold as much as a file may.</summary>
    public bool Databases { get; init; }

    /// <summary>How long a database may work on one request.</summary>
    public TimeSpan DatabaseTime { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Whether wizards may use <c>exec()</c>, for programs inside <c>executables/</c>.</summary>
    public bool Programs { get; init; }

    /// <summary>How long a program may run before it is killed.</summary>
    public TimeSpan ProgramTime { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>Bytes that a program may write before it is killed.</summary>
    public int MostProgramOutput { get; init; } = 1 << 20;

    /// <summary>How many programs may run at once.</summary>
    public int MostPrograms { get; init; } = 16;

    /// <summary>Whether wizards may use <c>curl()</c>.</summary>
    public bool Web { get; init; }

    /// <summary>Whether <c>curl()</c> may reach addresses that are not public: this machine, the networks behind it.</summary>
    public bool PrivateAddresses { get; init; }

    /// <summary>How long <c>curl()</c> waits for a page.</summary>
    public TimeSpan WebTime { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>Bytes that a page may have.</summary>
    public int LargestPage { get; init; } = 1 << 20;

    /// <summary>Whether wizards may use <c>open_network_connection()</c>.</summary>
    public bool Connections { get; init; }

    /// <summary>Whether wizards may use <c>getenv()</c>.</summary>
    public bool Environment { get; init; }
}
