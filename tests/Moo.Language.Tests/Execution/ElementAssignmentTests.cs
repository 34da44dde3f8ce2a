using System.Collections.Immutable;
using System.Text;
using Moo.Language.Tests.Support;

namespace Moo.Language.Tests.Execution;

/// <summary>Elements may be replaced in place; no program may be able to tell.</summary>
public sealed class ElementAssignmentTests
{
    private static readonly string[] Names = ["a", "b", "c"];

    /// <summary>Random programs that share lists between variables in every way there is, beside a model with lists that never change.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void Lists_are_values(int seed)
    {
        using var moo = new TestMoo();
        var random = new Random(seed);
        for (var round = 0; round < 60; round++)
        {
            var model = new Model(random);
            for (var i = 0; i < 25; i++) model.Step();
            var program = model.Program;
            var expected = string.Join('\n', model.Log);
            var actual = moo.Run(program);
            Assert.True(actual.TryList(out var lines), program + "\n" + actual);
            Assert.True(expected == string.Join('\n', lines.Select(line => line.AsStr)), program + "\n\nexpected\n" + expected + "\n\nactual\n" + string.Join('\n', lines.Select(line => line.AsStr)));
        }
    }

    [Theory]
    [InlineData("x = {1, 2}; x[1] = 5; return x[(x[1] = 1)];", "5")] // x is read before its index is computed
    [InlineData("x = {1, 2}; return {x, x[1] = 5, x};", "{{1, 2}, 5, {5, 2}}")]
    [InlineData("x = {1, 2}; x[1] = 3; y = x; x[1] = 4; return {x, y};", "{{4, 2}, {3, 2}}")]
    [InlineData("x = {1, 2}; x[1] = 3; x[1] = x; x[2] = x; return x;", "{{3, 2}, {{3, 2}, 2}}")]
    [InlineData("x = {{1}, 2}; x[1][1] = 3; y = x[1]; x[1][1] = 4; return {x, y};", "{{{4}, 2}, {3}}")]
    [InlineData("x = {{1}, 2}; x[1][1] = 3; x[1][1] = x; x[1][1] = x; return x;", "{{{{{{3}, 2}}, 2}}, 2}")]
    [InlineData("x = {1, 2}; x[1] = 3; f = {} => x; x[1] = 4; return {f(), x};", "{{3, 2}, {4, 2}}")]
    [InlineData("x = {1, 2}; x[1] = 3; return equal(x, (x[1] = 4) && x);", "0")]
    [InlineData("x = {1, 2}; x[1] = 3; return {length(x), x[1..$], x[$]};", "{2, {3, 2}, 2}")]
    public void Nothing_that_was_read_changes(string program, string literal)
    {
        using var moo = new TestMoo();
        Assert.Equal(literal, moo.Run(program).ToString());
    }

    private sealed class Model(Random random)
    {
        private readonly Dictionary<string, ImmutableList<object>> _variables = Names.ToDictionary(n => n, _ => ImmutableList.Create<object>(1L, 2L, 3L));
        private readonly StringBuilder _source = new("log = {}; a = b = c = {1, 2, 3};\n");
        private long _next = 10;

        public List<string> Log { get; } = [];

        public string Program => _source + "return log;";

        public void Step()
        {
            var (x, y) = (Names[random.Next(3)], Names[random.Next(3)]);
            var (list, other) = (_variables[x], _variables[y]);
            var (i, j) = (random.Next(list.Count), random.Next(other.Count));
            var item = _next++;
            switch (random.Next(14))
            {
                case 0 or 1 or 2:
                    Do($"{x}[{i + 1}] = {item};", x, list.SetItem(i, item));
                    break;
                case 3 or 4 or 5 when list[i] is ImmutableList<object> row:
                    var place = random.Next(row.Count);
                    Do($"{x}[{i + 1}][{place + 1}] = {item};", x, list.SetItem(i, row.SetItem(place, item)));
                    break;
                case 3 or 4 or 5 or 6 when DepthOf(other) < 3:
                    Do($"{x}[{i + 1}] = {y};", x, list.SetItem(i, other));
                    break;
                case 7 when DepthOf(list) < 5 && DepthOf(other) < 5:
                    Do($"{x}[{i + 1}] = {y}[{j + 1}];", x, list.SetItem(i, other[j]));
                    break;
                case 8:
                    Do($"{x} = {y};", x, other);
                    break;
                case 9 when other[j] is ImmutableList<object> element:
                    Do($"{x} = {y}[{j + 1}];", x, element);
                    break;
                case 10:
                    Do($"{x} = {y}[1..{j + 1}];", x, other.GetRange(0, j + 1));
                    break;
                case 11 when list.Count < 12:
                    Do($"{x} = {{@{x}, {item}}};", x, list.Add(item));
                    break;
                case 12:
                    Do("suspend(0);", x, list);
                    break;
                case 13:
                    // What a loop goes over is what was there when it began.
                    _source.Append($"for v in ({x}) {x}[1] = v; log = {{@log, toliteral(v)}}; endfor\n");
                    foreach (var v in list) Log.Add(Text(v));
                    Do("", x, list.SetItem(0, list[^1]));
                    break;
                default:
                    Do($"f = {{}} => {x}; {x}[{i + 1}] = {item}; log = {{@log, toliteral(f())}};", x, list.SetItem(i, item), Text(list));
                    break;
            }
        }

        private void Do(string statement, string name, ImmutableList<object> value, string? before = null)
        {
            _variables[name] = value;
            if (before is not null) Log.Add(before);
            var all = Names.Select(n => Text(_variables[n])).ToList();
            Log.AddRange(all);
            _source.Append(statement).Append(" log = {@log, toliteral(a), toliteral(b), toliteral(c)};\n");
        }

        private static int DepthOf(object value) => value is ImmutableList<object> list ? 1 + list.Max(DepthOf) : 0;

        private static string Text(object value) => value is ImmutableList<object> list ? "{" + string.Join(", ", list.Select(Text)) + "}" : value.ToString()!;
    }
}
