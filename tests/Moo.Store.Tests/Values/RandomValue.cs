using Moo.Store.Values;

namespace Moo.Store.Tests.Values;

/// <summary>Values of every kind, with text that no database or encoding likes.</summary>
internal static class RandomValue
{
    private static readonly string[] Pieces =
        ["a", "B", "ä", "€", "😀", "\0", "\n", "\"", "\\", "␀", "\u2028", "'", "{", "\x7f", "é", "\uFFFD", " ", "\t", "0", "\uFFFF"];

    public static string Text(Random random, int longest = 12) =>
        string.Concat(Enumerable.Range(0, random.Next(longest)).Select(_ => Pieces[random.Next(Pieces.Length)]));

    public static Value Make(Random random, int depth) => random.Next(depth > 0 ? 14 : 10) switch
    {
        0 => Value.Int(random.NextInt64(long.MinValue, long.MaxValue)),
        1 => Value.Int(random.Next(10)),
        2 => Value.Obj(random.Next(-3, 100)),
        3 => Value.Float(random.NextDouble() * Math.Pow(10, random.Next(-300, 300))),
        4 => Value.Bool(random.Next(2) == 0),
        5 => Value.Of(MooError.Of(ErrorCode.BuiltIn[random.Next(ErrorCode.BuiltIn.Count)], random.Next(2) == 0 ? null : Text(random),
            random.Next(2) == 0 ? default : Make(random, depth - 1))),
        6 => Value.Of(new MooSymbol(Text(random))),
        7 => Value.Of(new MooBinary([.. Enumerable.Range(0, random.Next(20)).Select(_ => (byte)random.Next(256))])),
        8 => Value.Of(new MooWaif(new ObjectId(-random.Next(100)), new ObjectId(random.Next(100)), new ObjectId(2))),
        10 or 11 => Value.List([.. Enumerable.Range(0, random.Next(6)).Select(_ => Make(random, depth - 1))]),
        12 => Value.Of(Map(random, depth)),
        13 => Value.Of(new MooFlyweight(new ObjectId(random.Next(100)), Map(random, depth), MooList.Of(Make(random, depth - 1)))),
        _ => Value.Str(Text(random)),
    };

    private static MooMap Map(Random random, int depth)
    {
        var map = MooMap.Empty;
        for (var i = random.Next(5); i > 0; i--)
        {
            var key = Make(random, 0);
            if (MooMap.IsKey(key)) map = map.Set(key, Make(random, depth - 1));
        }
        return map;
    }
}
