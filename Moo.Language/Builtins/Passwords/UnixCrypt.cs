using System.Buffers;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;

namespace Moo.Language.Builtins.Passwords;

/// <summary>The host's <c>crypt(3)</c>: DES, MD5, SHA-2, bcrypt, yescrypt and what else its libcrypt knows.</summary>
internal static class UnixCrypt
{
    private const string Library = "libcrypt.so.1";
    private const int ScratchLength = 32_768; // struct crypt_data

    private static readonly Lazy<bool> Found = new(TryLibrary);

    /// <summary>Whether the host has the library.</summary>
    public static bool IsThere => Found.Value;

    private static bool TryLibrary()
    {
        try
        {
            Hash("", "ab");
            return true;
        }
        catch (DllNotFoundException)
        {
            return false;
        }
        catch (EntryPointNotFoundException)
        {
            return false;
        }
    }

    /// <summary>
    /// The hash of a password under a setting (a salt, or a whole hash to compare with); null if the setting is not understood.
    /// </summary>
    public static string? Hash(string password, string setting)
    {
        var scratch = ArrayPool<byte>.Shared.Rent(ScratchLength);
        try
        {
            Array.Clear(scratch);
            var result = crypt_rn(Encoding.UTF8.GetBytes(password + "\0"), Encoding.UTF8.GetBytes(setting + "\0"), scratch, ScratchLength);
            // A failure is null, or a text that begins with * and can be no hash.
            return result == 0 || Marshal.PtrToStringUTF8(result) is not { } hash || hash.StartsWith('*') ? null : hash;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(scratch, clearArray: true);
        }
    }

    [DllImport(Library, ExactSpelling = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern nint crypt_rn(byte[] phrase, byte[] setting, byte[] data, int size);
}

/// <summary>How much work a setting of <c>crypt()</c> asks for.</summary>
/// <param name="IsUsual">Whether it is the usual amount for its kind, which everybody may use.</param>
/// <param name="IsSlow">Whether it takes more than some milliseconds.</param>
/// <param name="IsAllowed">Whether it ends within seconds and not with the host's memory.</param>
internal readonly record struct CryptCost(bool IsUsual, bool IsSlow, bool IsAllowed)
{
    private const int UsualBcrypt = 5; // ToastStunt's
    private const int MostBcrypt = 16;
    private const int MostRounds = 5_000_000;

    private static readonly CryptCost Usual = new(true, false, true);

    /// <summary>The cost of a setting.</summary>
    public static CryptCost Of(string setting)
    {
        if (!setting.StartsWith('$') && !setting.StartsWith('_')) return Usual;
        if (setting.StartsWith("$1$", StringComparison.Ordinal)) return Usual;
        var parts = setting.Split('$');
        if (parts.Length < 3) return Usual; // no setting at all, which crypt_rn will say
        switch (parts[1])
        {
            case "5" or "6":
                if (!parts[2].StartsWith("rounds=", StringComparison.Ordinal)) return Usual;
                return new CryptCost(false, true, Number(parts[2]["rounds=".Length..]) <= MostRounds);
            case "2a" or "2b" or "2x" or "2y":
                var cost = Number(parts[2]);
                return new CryptCost(cost == UsualBcrypt, cost > UsualBcrypt, cost <= MostBcrypt);
            case "y" or "gy":
                // j9T: the second character is the logarithm of the memory.
                return new CryptCost(false, true, parts[2].Length > 1 && Salts.ValueOf(parts[2][1]) is >= 0 and <= 13);
            case "7":
                return new CryptCost(false, true, parts[2].Length > 1 && Salts.ValueOf(parts[2][0]) is >= 0 and <= 17);
            case "sha1":
                return new CryptCost(false, true, Number(parts[2]) <= MostRounds);
            default:
                return new CryptCost(false, true, true);
        }
    }

    private static long Number(string digits) =>
        long.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : long.MaxValue;
}
