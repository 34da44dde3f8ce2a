using Moo.Store.Values;

namespace Moo.Store.Tests.Values;

public sealed class FloatTextTests
{
    // What C's printf("%.15g") gives, with .0 where it would look like an integer.
    [Theory]
    [InlineData(0.0, "0.0"), InlineData(-0.0, "-0.0"), InlineData(1.0, "1.0"), InlineData(-2.5, "-2.5"), InlineData(0.1, "0.1")]
    [InlineData(1.0 / 3, "0.333333333333333"), InlineData(2.0 / 3, "0.666666666666667"), InlineData(100.0, "100.0"), InlineData(1e15, "1e+15")]
    [InlineData(999999999999999.0, "999999999999999.0"), InlineData(123456789012345.678, "123456789012346.0"), InlineData(1e100, "1e+100")]
    [InlineData(0.0001, "0.0001"), InlineData(0.00001, "1e-05"), InlineData(1.5e-7, "1.5e-07"), InlineData(1e22, "1e+22")]
    [InlineData(double.MaxValue, "1.79769313486232e+308"), InlineData(double.Epsilon, "4.94065645841247e-324"), InlineData(0.30000000000000004, "0.3")]
    [InlineData(9007199254740993.0, "9.00719925474099e+15")]
    public void Floats_show_15_digits_as_C_would(double number, string expected) => Assert.Equal(expected, FloatText.Show(number));

    [Fact]
    public void Exact_text_reads_back_as_the_same_bits_and_as_a_float()
    {
        var random = new Random(1);
        for (var i = 0; i < 20_000; i++)
        {
            var number = BitConverter.Int64BitsToDouble(random.NextInt64());
            if (!double.IsFinite(number)) continue;
            var text = FloatText.Exact(number);

            Assert.True(FloatText.TryParse(text, out var read));
            Assert.Equal(BitConverter.DoubleToInt64Bits(number), BitConverter.DoubleToInt64Bits(read));
            Assert.True(text.AsSpan().IndexOfAny('.', 'e') >= 0, text);
        }
    }

    [Theory, InlineData("1e400"), InlineData("nan"), InlineData("Infinity"), InlineData("0x10"), InlineData(""), InlineData("1,5"), InlineData(" 1")]
    public void Other_text_is_no_float(string text) => Assert.False(FloatText.TryParse(text, out _));
}
