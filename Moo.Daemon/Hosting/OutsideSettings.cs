using System.Globalization;
using Microsoft.Extensions.Configuration;
using Moo.Language.Execution;

namespace Moo.Daemon.Hosting;

/// <summary>Reads the settings of what programs of the world may reach outside: <c>Outside:Files</c> and its like. All are off unless set.</summary>
/// <remarks>In the environment, two underlines stand for the colon: <c>MOO_Outside__Files=true</c>.</remarks>
internal static class OutsideSettings
{
    /// <summary>Reads the section.</summary>
    /// <param name="section">The section.</param>
    /// <param name="data">The data folder.</param>
    /// <exception cref="SettingsException">Something makes no sense.</exception>
    public static OutsideAccess Read(IConfigurationSection section, string data)
    {
        var defaults = OutsideAccess.None;
        return new OutsideAccess
        {
            DataFolder = Path.GetFullPath(data),
            Files = Switch(section, nameof(OutsideAccess.Files)),
            LargestFile = Number(section, nameof(OutsideAccess.LargestFile), defaults.LargestFile, long.MaxValue),
            Databases = Switch(section, nameof(OutsideAccess.Databases)),
            DatabaseTime = Seconds(section, nameof(OutsideAccess.DatabaseTime), defaults.DatabaseTime),
            Programs = Switch(section, nameof(OutsideAccess.Programs)),
            ProgramTime = Seconds(section, nameof(OutsideAccess.ProgramTime), defaults.ProgramTime),
            MostProgramOutput = (int)Number(section, nameof(OutsideAccess.MostProgramOutput), defaults.MostProgramOutput, int.MaxValue / 4),
            MostPrograms = (int)Number(section, nameof(OutsideAccess.MostPrograms), defaults.MostPrograms, int.MaxValue),
            Web = Switch(section, nameof(OutsideAccess.Web)),
            PrivateAddresses = Switch(section, nameof(OutsideAccess.PrivateAddresses)),
            WebTime = Seconds(section, nameof(OutsideAccess.WebTime), defaults.WebTime),
            LargestPage = (int)Number(section, nameof(OutsideAccess.LargestPage), defaults.LargestPage, int.MaxValue / 4),
            Connections = Switch(section, nameof(OutsideAccess.Connections)),
            Environment = Switch(section, nameof(OutsideAccess.Environment)),
        };
    }

    private static bool Switch(IConfigurationSection section, string name) => section[name]?.ToUpperInvariant() switch
    {
        null or "" or "FALSE" or "0" or "OFF" or "NO" => false,
        "TRUE" or "1" or "ON" or "YES" => true,
        var other => throw new SettingsException($"Outside:{name} is {other}; write true or false"),
    };

    private static long Number(IConfigurationSection section, string name, long otherwise, long most)
    {
        if (section[name] is not { Length: > 0 } text) return otherwise;
        if (long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= 1 && number <= most) return number;
        throw new SettingsException($"Outside:{name} is {text}; write a number from 1 to {most}");
    }

    private static TimeSpan Seconds(IConfigurationSection section, string name, TimeSpan otherwise)
    {
        const int most = 86_400;
        return TimeSpan.FromSeconds(Number(section, name, (long)otherwise.TotalSeconds, most));
    }
}
