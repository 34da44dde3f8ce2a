using Moo.Language.Execution;
using Moo.Store.Values;

namespace Moo.Language.Builtins;

/// <summary>Points in space: distances, directions, noise.</summary>
internal static class GeometryFunctions
{
    private const int MostNoiseDimensions = 4;

    /// <summary>The distance between two points with any number of coordinates; always a float.</summary>
    /// <example>distance({0, 0}, {3, 4}) => 5.0</example>
    /// <exception cref="MooError">
    /// E_TYPE for a coordinate that is no number; E_INVARG if the points differ in dimensions; E_FLOAT if the distance
    /// is too large.
    /// </exception>
    [Builtin("distance")]
    public static Value Distance(MooTask task, MooList from, MooList to)
    {
        if (from.Count != to.Count)
        {
            return task.RaiseHere(ErrorCode.E_INVARG, "points of {0} and {1} coordinates",
                Value.Int(from.Count), Value.Int(to.Count));
        }
        if (!Effort.OfElements(task, from.Count)) return Value.Failure;
        var sum = 0.0;
        for (var i = 0; i < from.Count; i++)
        {
            if (NoNumber(task, from[i]) is { } wrong) return wrong;
            if (NoNumber(task, to[i]) is { } wrongToo) return wrongToo;
            var side = Floats.Of(to[i]) - Floats.Of(from[i]);
            sum += side * side;
        }
        return Floats.Finite(task, Math.Sqrt(sum));
    }

    /// <summary>
    /// The direction from one point in space to another: <c>{bearing, elevation}</c> in whole degrees.
    /// </summary>
    /// <remarks>
    /// Points are <c>{x, y, z}</c>, floats. The bearing is 0 along the x axis, 90 along the y axis, up to 359; the
    /// elevation is 90 straight up, -90 straight down. Both are cut off, not rounded. Differs from ToastStunt, whose
    /// shortened pi turns exact angles into one degree less.
    /// </remarks>
    /// <example>relative_heading({0.0, 0.0, 0.0}, {1.0, 1.0, 0.0}) => {45, 0}</example>
    /// <exception cref="MooError">
    /// E_TYPE for a coordinate that is no float; E_INVARG unless both points have three.
    /// </exception>
    [Builtin("relative_heading")]
    public static Value RelativeHeading(MooTask task, MooList from, MooList to)
    {
        if (from.Count != 3 || to.Count != 3) return task.RaiseHere(ErrorCode.E_INVARG, "a point in space has three coordinates");
        Span<double> sides = stackalloc double[3];
        for (var i = 0; i < 3; i++)
        {
            if (!from[i].IsFloat || !to[i].IsFloat) return task.RaiseHere(ErrorCode.E_TYPE, "the coordinates must be floats");
            sides[i] = to[i].AsFloat - from[i].AsFloat;
            if (!double.IsFinite(sides[i])) return Floats.Finite(task, sides[i]);
        }
        var bearing = double.RadiansToDegrees(Math.Atan2(sides[1], sides[0]));
        if (bearing < 0) bearing += 360;
        var elevation = double.RadiansToDegrees(Math.Atan2(sides[2], double.Hypot(sides[0], sides[1])));
        return Value.List(Value.Int((long)bearing % 360), Value.Int((long)elevation));
    }

    /// <summary>
    /// Simplex noise at a point of one to four coordinates: a float between -1.0 and 1.0 that changes smoothly from
    /// place to place.
    /// </summary>
    /// <remarks>The same point always has the same noise. Good for landscapes, clouds, weather.</remarks>
    /// <example>simplex_noise({0.0, 0.0}) => 0.0</example>
    /// <exception cref="MooError">
    /// E_TYPE for a coordinate that is no number; E_INVARG for none or more than four.
    /// </exception>
    [Builtin("simplex_noise")]
    public static Value Noise(MooTask task, MooList point)
    {
        if (point.Count is 0 or > MostNoiseDimensions)
            return task.RaiseHere(ErrorCode.E_INVARG, "noise has one to four dimensions, not {0}", Value.Int(point.Count));
        Span<double> coordinates = stackalloc double[point.Count];
        for (var i = 0; i < coordinates.Length; i++)
        {
            if (NoNumber(task, point[i]) is { } wrong) return wrong;
            coordinates[i] = Floats.Of(point[i]);
        }
        return Floats.Finite(task, SimplexNoise.At(coordinates));
    }

    private static Value? NoNumber(MooTask task, Value coordinate) => coordinate.IsInt || coordinate.IsFloat ? null
        : task.RaiseHere(ErrorCode.E_TYPE, "a coordinate is a number, not {0}", Value.Str(Kinds.Describe(coordinate)));
}
