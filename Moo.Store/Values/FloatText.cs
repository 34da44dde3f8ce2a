using System.Globalization;

namespace Moo.Store.Values;

/// <summary>Floats as text: the 15 significant digits LambdaMOO shows, or as many as it takes to read back the same bits.</summary>
public static class FloatText
{
    private const int ShownDigits = 15; // C's DBL_DIG

    /// <summary>As <c>tostr()</c> and <c>toliteral()</c> write it: C's <c>%.15g</c>, and <c>.0</c> where it would look like an integer.</summary>
    public static string Show(double number)
    {
        // A short decimal is its own 15-digit form: the common case needs no rounding by hand.
        var shortest = number.ToString("R", CultureInfo.InvariantCulture);
        if (shortest.Length <= ShownDigits && !shortest.Contains('E', StringComparison.Ordinal))
        {
            var magnitude = Math.Abs(number);
            if (magnitude is >= 1e-4 or 0) return LikeFloat(shortest);
        }
        return LikeFloat(General(number, ShownDigits));
    }

    /// <summary>The shortest text that reads back as the same float; always looks like a float.</summary>
    public static string Exact(double number) =>
        LikeFloat(number.ToString("R", CultureInfo.InvariantCulture).Replace("E", "e", StringComparison.Ordinal));

    /// <summary>C's <c>%.*g</c>.</summary>
    public static string General(double number, int digits)
    {
        if (number == 0) return double.IsNegative(number) ? "-0" : "0";

        var scientific = number.ToString("E" + (digits - 1), CultureInfo.InvariantCulture); // d.ddddE+ddd
        var mark = scientific.IndexOf('E', StringComparison.Ordinal);
        var exponent = int.Parse(scientific.AsSpan(mark + 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
        if (exponent >= -4 && exponent < digits)
            return TrimZeros(number.ToString("F" + Math.Max(0, digits - 1 - exponent), CultureInfo.InvariantCulture));
        return string.Create(CultureInfo.InvariantCulture,
            $"{TrimZeros(scientific[..mark])}e{(exponent < 0 ? '-' : '+')}{Math.Abs(exponent):00}");
    }

    /// <summary>Reads a float the way C's <c>strtod</c> would, for finite numbers in decimal; false for anything else.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, out double number) =>
        double.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent,
            CultureInfo.InvariantCulture, out number) && double.IsFinite(number);

    private static string TrimZeros(string digits) =>
        digits.Contains('.', StringComparison.Ordinal) ? digits.TrimEnd('0').TrimEnd('.') : digits;

    private static string LikeFloat(string text) => text.AsSpan().IndexOfAny('.', 'e') < 0 ? text + ".0" : text;
}
