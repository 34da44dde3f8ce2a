using Moo.Store.Values;

namespace Moo.Store.Worlds;

/// <summary>Finds what a value refers to of the objects that live only as long as something does.</summary>
public static class References
{
    /// <summary>The hidden numbers of the anonymous objects and WAIFs in a value, however deep; some perhaps twice.</summary>
    public static IEnumerable<ObjectId> In(Value value)
    {
        if (value.Reference is not ReferenceValue) yield break;
        var open = new Stack<Value>();
        open.Push(value);
        while (open.TryPop(out var next))
        {
            switch (next.Reference)
            {
                case MooAnonymous anonymous:
                    yield return anonymous.Id;
                    break;
                case MooWaif waif:
                    yield return waif.Id;
                    break;
                case MooList list:
                    foreach (ref readonly var element in list.AsSpan()) Push(open, element);
                    break;
                case MooMap map:
                    PushEntries(open, map);
                    break;
                case MooFlyweight flyweight:
                    PushEntries(open, flyweight.Slots);
                    Push(open, Value.List(flyweight.Contents));
                    break;
                case MooLambda lambda:
                    PushEntries(open, lambda.Captured);
                    break;
                case MooError error:
                    Push(open, error.Value);
                    break;
            }
        }
    }

    private static void PushEntries(Stack<Value> open, MooMap map)
    {
        foreach (var (key, value) in map)
        {
            Push(open, key);
            Push(open, value);
        }
    }

    private static void Push(Stack<Value> open, Value value)
    {
        if (value.Reference is ReferenceValue) open.Push(value);
    }
}
