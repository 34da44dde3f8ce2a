namespace Moo.Language.Builtins;

/// <summary>
/// Simplex noise after Ken Perlin, in the constants of Stefan Gustavson's public-domain SimplexNoise1234, which
/// ToastStunt uses.
/// </summary>
/// <remarks>
/// Space is cut into simplices: intervals, triangles, tetrahedra, and their like in four dimensions. Each corner has a
/// gradient picked by a hash of its place; the noise at a point is what the gradients of the corners around it add up
/// to, each fading with distance. One loop over the corners serves all dimensions: the corners are reached from the
/// first by stepping along the axes in the order of the point's coordinates inside its cell, the largest first.
/// </remarks>
internal static class SimplexNoise
{
    // By dimension, from 1: how the lattice is skewed and unskewed, how far a corner reaches, and what brings the sum to -1 … 1.
    private static readonly double[] Skew = [0, (Math.Sqrt(3) - 1) / 2, 1.0 / 3, (Math.Sqrt(5) - 1) / 4];
    private static readonly double[] Unskew = [0, (3 - Math.Sqrt(3)) / 6, 1.0 / 6, (5 - Math.Sqrt(5)) / 20];
    private static readonly double[] Reach = [1, 0.5, 0.6, 0.6];
    private static readonly double[] Scale = [0.395, 40, 32, 27];

    // Perlin's permutation of 0 … 255.
    private static readonly byte[] Permutation =
    [
        151, 160, 137, 91, 90, 15, 131, 13, 201, 95, 96, 53, 194, 233, 7, 225, 140, 36, 103, 30,
        69, 142, 8, 99, 37, 240, 21, 10, 23, 190, 6, 148, 247, 120, 234, 75, 0, 26, 197, 62,
        94, 252, 219, 203, 117, 35, 11, 32, 57, 177, 33, 88, 237, 149, 56, 87, 174, 20, 125, 136,
        171, 168, 68, 175, 74, 165, 71, 134, 139, 48, 27, 166, 77, 146, 158, 231, 83, 111, 229, 122,
        60, 211, 133, 230, 220, 105, 92, 41, 55, 46, 245, 40, 244, 102, 143, 54, 65, 25, 63, 161,
        1, 216, 80, 73, 209, 76, 132, 187, 208, 89, 18, 169, 200, 196, 135, 130, 116, 188, 159, 86,
        164, 100, 109, 198, 173, 186, 3, 64, 52, 217, 226, 250, 124, 123, 5, 202, 38, 147, 118, 126,
        255, 82, 85, 212, 207, 206, 59, 227, 47, 16, 58, 17, 182, 189, 28, 42, 223, 183, 170, 213,
        119, 248, 152, 2, 44, 154, 163, 70, 221, 153, 101, 155, 167, 43, 172, 9, 129, 22, 39, 253,
        19, 98, 108, 110, 79, 113, 224, 232, 178, 185, 112, 104, 218, 246, 97, 228, 251, 34, 242, 193,
        238, 210, 144, 12, 191, 179, 162, 241, 81, 51, 145, 235, 249, 14, 239, 107, 49, 192, 214, 31,
        181, 199, 106, 157, 184, 84, 204, 176, 115, 121, 50, 45, 127, 4, 150, 254, 138, 236, 205, 93,
        222, 114, 67, 29, 24, 72, 243, 141, 128, 195, 78, 66, 215, 61, 156, 180,
    ];

    /// <summary>The noise at a point of one to four coordinates.</summary>
    public static double At(ReadOnlySpan<double> point)
    {
        var dimensions = point.Length;
        Span<double> inside = stackalloc double[dimensions]; // the place inside the cell, from its first corner
        Span<int> corner = stackalloc int[dimensions];
        var skew = Sum(point) * Skew[dimensions - 1];
        var steps = 0.0;
        for (var i = 0; i < dimensions; i++)
        {
            var whole = Math.Floor(point[i] + skew);
            steps += whole;
            inside[i] = whole;
            corner[i] = (int)(long)(whole - 256 * Math.Floor(whole / 256)); // the lattice repeats after 256 cells
        }
        for (var i = 0; i < dimensions; i++) inside[i] = point[i] - (inside[i] - steps * Unskew[dimensions - 1]);

        Span<int> order = stackalloc int[dimensions];
        LargestFirst(inside, order);
        return Scale[dimensions - 1] * SumOfCorners(inside, corner, order);
    }

    private static double Sum(ReadOnlySpan<double> numbers)
    {
        var sum = 0.0;
        foreach (var number in numbers) sum += number;
        return sum;
    }

    // Of equal coordinates the later axis goes first, except in space: so the original compares them.
    private static void LargestFirst(ReadOnlySpan<double> inside, Span<int> order)
    {
        var isSpace = inside.Length == 3;
        for (var axis = 0; axis < order.Length; axis++)
        {
            var rank = 0;
            for (var other = 0; other < order.Length; other++)
            {
                var goesFirstIfEqual = isSpace ? other < axis : other > axis;
                if (inside[other] > inside[axis] || inside[other] == inside[axis] && goesFirstIfEqual) rank++;
            }
            order[rank] = axis;
        }
    }

    private static double SumOfCorners(ReadOnlySpan<double> inside, Span<int> corner, ReadOnlySpan<int> order)
    {
        var dimensions = inside.Length;
        Span<double> offset = stackalloc double[dimensions];
        inside.CopyTo(offset);
        var sum = 0.0;
        for (var step = 0; ; step++)
        {
            sum += Corner(offset, corner);
            if (step == dimensions) return sum;
            for (var i = 0; i < dimensions; i++) offset[i] += Unskew[dimensions - 1];
            offset[order[step]] -= 1;
            corner[order[step]]++;
        }
    }

    private static double Corner(ReadOnlySpan<double> offset, ReadOnlySpan<int> corner)
    {
        var fade = Reach[offset.Length - 1];
        foreach (var side in offset) fade -= side * side;
        if (fade < 0) return 0;
        var hash = 0;
        for (var i = corner.Length - 1; i >= 0; i--) hash = Permutation[(corner[i] + hash) & 255];
        fade *= fade;
        return fade * fade * Gradient(hash, offset);
    }

    private static double Gradient(int hash, ReadOnlySpan<double> at) => at.Length switch
    {
        1 => Signed(hash & 8, (1 + (hash & 7)) * at[0]),
        2 => GradientInPlane(hash & 7, at[0], at[1]),
        3 => GradientInSpace(hash & 15, at[0], at[1], at[2]),
        _ => GradientInFour(hash & 31, at),
    };

    private static double GradientInPlane(int hash, double x, double y) => hash < 4
        ? Signed(hash & 1, x) + Signed(hash & 2, 2 * y)
        : Signed(hash & 1, y) + Signed(hash & 2, 2 * x);

    private static double GradientInSpace(int hash, double x, double y, double z) =>
        Signed(hash & 1, hash < 8 ? x : y) + Signed(hash & 2, hash < 4 ? y : hash is 12 or 14 ? x : z);

    private static double GradientInFour(int hash, ReadOnlySpan<double> at) =>
        Signed(hash & 1, hash < 24 ? at[0] : at[1]) + Signed(hash & 2, hash < 16 ? at[1] : at[2])
            + Signed(hash & 4, hash < 8 ? at[2] : at[3]);

    private static double Signed(int isNegative, double number) => isNegative != 0 ? -number : number;
}
