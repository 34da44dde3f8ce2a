using System.Globalization;
using Moo.Bench;

// What to measure, then where. See docs/benchmarks.md.
switch (args)
{
    case ["write-world", var store, var count]:
        BootBench.Write(store, Directory.GetCurrentDirectory(), int.Parse(count, CultureInfo.InvariantCulture));
        break;
    case ["load-world", var store]:
        BootBench.Load(store, Directory.GetCurrentDirectory());
        break;
    default:
        Console.Error.WriteLine("write-world STORE OBJECTS | load-world STORE");
        return 2;
}
return 0;
