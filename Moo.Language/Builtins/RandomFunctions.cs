using Moo.Language.Execution;
using Moo.Store.Values;

namespace Moo.Language.Builtins;

/// <summary>Random numbers.</summary>
/// <remarks>
/// Every worker thread has a generator of its own (.NET's xoshiro256**), seeded by the operating system, so that no
/// call waits for another. They are fit for games, not for secrets: for those there is <c>random_bytes()</c>.
/// </remarks>
internal static class RandomFunctions
{
    [ThreadStatic]
    private static Random? _random;

    [ThreadStatic]
    private static int _age;

    private static volatile int _newestAge;

    private static Random Generator
    {
        get
        {
            if (_random is { } random && _age == _newestAge) return random;
            _age = _newestAge;
            return _random = new Random();
        }
    }

    /// <summary>
    /// A random integer from 1 to <paramref name="first"/>, or from <paramref name="first"/> to
    /// <paramref name="last"/>.
    /// </summary>
    /// <remarks>Both ends are possible. Without arguments, from 1 to the largest integer there is.</remarks>
    /// <example>random(1) => 1</example>
    /// <example>random(5, 5) => 5</example>
    /// <exception cref="MooError">E_INVARG if the upper end is not positive, or is less than the lower end.</exception>
    [Builtin("random")]
    public static Value RandomInt(MooTask task, long first = long.MaxValue, long? last = null)
    {
        var (from, to) = last is { } end ? (first, end) : (1, first);
        if (to <= 0 || to < from)
            return task.RaiseHere(ErrorCode.E_INVARG, "there is no random number from {0} to {1}", Value.Int(from), Value.Int(to));
        // The upper end of .NET's range is exclusive, and the largest integer has none above it: there it is moved down by one.
        return Value.Int(to < long.MaxValue ? Generator.NextInt64(from, to + 1)
            : from > long.MinValue ? Generator.NextInt64(from - 1, to) + 1 : Bits());
    }

    private static long Bits()
    {
        Span<byte> bytes = stackalloc byte[sizeof(long)];
        Generator.NextBytes(bytes);
        return BitConverter.ToInt64(bytes);
    }

    /// <summary>
    /// A random float from 0.0 to <paramref name="first"/>, or from <paramref name="first"/> to
    /// <paramref name="last"/>.
    /// </summary>
    /// <example>frandom(0.0) => 0.0</example>
    /// <example>frandom(2.5, 2.5) => 2.5</example>
    /// <exception cref="MooError">E_FLOAT if the ends are too far apart.</exception>
    [Builtin("frandom")]
    public static Value RandomFloat(MooTask task, double first, double? last = null)
    {
        var (from, to) = last is { } end ? (first, end) : (0, first);
        return Floats.Finite(task, from + Generator.NextDouble() * (to - from));
    }

    /// <summary>Seeds the random number generators anew. For wizards.</summary>
    /// <remarks>
    /// Each worker's generator takes fresh randomness from the operating system the next time it is used. There is no
    /// way to make the numbers repeat.
    /// </remarks>
    /// <example>reseed_random() => 0</example>
    /// <exception cref="MooError">E_PERM unless the programmer is a wizard.</exception>
    [Builtin("reseed_random")]
    public static Value ReseedRandom(MooTask task)
    {
        if (!task.IsWizardly) return Permissions.WizardsOnly(task, "reseed_random");
        Interlocked.Increment(ref _newestAge);
        return Value.Int(0);
    }
}
