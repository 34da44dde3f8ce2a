using Moo.Language.Builtins;
using Moo.Language.Tests.Support;
using Moo.Store.Values;

namespace Moo.Language.Tests.Builtins;

public sealed class NumberFunctionTests
{
    [Fact]
    public void Random_numbers_fall_evenly_on_all_sides_of_a_die()
    {
        using var moo = new TestMoo();

        var counts = moo.Run("""
            counts = {0, 0, 0, 0, 0, 0};
            for i in [1..6000]
              n = random(6);
              counts[n] = counts[n] + 1;
            endfor
            return counts;
            """).AsList;

        // Each side is expected a thousand times with a deviation of 29.
        Assert.All(counts, count => Assert.InRange(count.AsInt, 800, 1200));
    }

    [Fact]
    public void Random_numbers_reach_both_ends_of_the_integers()
    {
        using var moo = new TestMoo();

        var results = moo.Run("return {random(MAXINT, MAXINT), random(MAXINT - 1, MAXINT) >= MAXINT - 1, typeof(random(MININT, MAXINT)), random() > 0};");

        Assert.Equal("{9223372036854775807, 1, 0, 1}", results.ToString());
    }

    [Fact]
    public void Workers_do_not_draw_the_same_numbers()
    {
        var drawn = new List<string>();
        Parallel.For(0, 8, new ParallelOptions { MaxDegreeOfParallelism = 4 }, _ =>
        {
            using var moo = new TestMoo();
            var numbers = moo.Eval("{random(), random(), random()}");
            lock (drawn) drawn.Add(numbers);
        });

        Assert.Equal(8, drawn.Distinct().Count());
    }

    /// <summary>A power series needs no cancellation near zero: there the two functions must agree to the last digits but one.</summary>
    [Theory]
    [InlineData(1e-3)]
    [InlineData(-1e-3)]
    [InlineData(1e-8)]
    [InlineData(-1e-12)]
    [InlineData(1e-17)]
    public void Logarithms_and_powers_are_exact_near_zero(double x)
    {
        using var moo = new TestMoo();
        var text = FloatText.Exact(x);

        var expm1 = moo.Run($"return expm1({text});").AsFloat;
        var ln1p = moo.Run($"return ln1p({text});").AsFloat;

        Assert.Equal(1, expm1 / (x + x * x / 2 + x * x * x / 6 + Math.Pow(x, 4) / 24 + Math.Pow(x, 5) / 120), 14);
        Assert.Equal(1, ln1p / (x - x * x / 2 + x * x * x / 3 - Math.Pow(x, 4) / 4 + Math.Pow(x, 5) / 5 - Math.Pow(x, 6) / 6), 14);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void Noise_is_smooth_and_stays_in_range(int dimensions)
    {
        var random = new Random(dimensions);
        double least = 0, most = 0;
        for (var i = 0; i < 20_000; i++)
        {
            var point = Enumerable.Range(0, dimensions).Select(_ => random.NextDouble() * 600 - 300).ToArray();
            var here = SimplexNoise.At(point);
            point[i % dimensions] += 1e-6;
            var beside = SimplexNoise.At(point);
            (least, most) = (Math.Min(least, here), Math.Max(most, here));

            Assert.InRange(here, -1.02, 1.02);
            // In space and beyond, the corners reach a little too far (0.6): their edges show as steps of this size.
            Assert.InRange(Math.Abs(here - beside), 0, dimensions < 3 ? 1e-4 : 1e-2);
        }
        Assert.True(least < -0.5 && most > 0.5, $"{least} … {most}");
    }

    /// <summary>The plane as Gustavson writes it out, triangle by triangle.</summary>
    [Fact]
    public void Noise_in_the_plane_is_Gustavsons()
    {
        var random = new Random(5);
        for (var n = 0; n < 2000; n++)
        {
            var (x, y) = (random.NextDouble() * 40 - 20, random.NextDouble() * 40 - 20);
            const double skew = 0.366025403784438646, unskew = 0.211324865405187117;
            var (i, j) = ((int)Math.Floor(x + (x + y) * skew), (int)Math.Floor(y + (x + y) * skew));
            var (x0, y0) = (x - (i - (i + j) * unskew), y - (j - (i + j) * unskew));
            var (i1, j1) = x0 > y0 ? (1, 0) : (0, 1);

            var expected = 40 * (Corner(i, j, x0, y0) + Corner(i + i1, j + j1, x0 - i1 + unskew, y0 - j1 + unskew)
                + Corner(i + 1, j + 1, x0 - 1 + 2 * unskew, y0 - 1 + 2 * unskew));

            Assert.Equal(expected, SimplexNoise.At([x, y]), 9);
        }
    }

    // The gradient at a corner is read off the noise itself: close to a corner the others fade out, and it is linear there.
    private static double Corner(int i, int j, double x, double y)
    {
        var t = 0.5 - x * x - y * y;
        if (t < 0) return 0;
        const double unskew = 0.211324865405187117, step = 1e-5;
        var (cornerX, cornerY) = (i - (i + j) * unskew, j - (i + j) * unskew);
        var gradientX = Math.Round((SimplexNoise.At([cornerX + step, cornerY]) - SimplexNoise.At([cornerX - step, cornerY])) / (2 * step * 40 * Math.Pow(0.5, 4)));
        var gradientY = Math.Round((SimplexNoise.At([cornerX, cornerY + step]) - SimplexNoise.At([cornerX, cornerY - step])) / (2 * step * 40 * Math.Pow(0.5, 4)));
        return t * t * t * t * (gradientX * x + gradientY * y);
    }
}
