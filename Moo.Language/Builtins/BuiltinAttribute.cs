namespace Moo.Language.Builtins;

/// <summary>Makes a static method a builtin function of the language.</summary>
/// <remarks>
/// The C# signature is the contract: arity, types and defaults are checked before the method runs (E_ARGS, E_TYPE). A first
/// parameter of type <c>MooTask</c> is not an argument. The doc comment is the help that players read, its example a test.
/// </remarks>
/// <param name="name">The function's name in the language.</param>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
internal sealed class BuiltinAttribute(string name) : Attribute
{
    public string Name => name;

    /// <summary>Whether it only looks at its arguments: neither they nor parts of them are in its result, or kept.</summary>
    public bool OnlyLooks { get; init; }
}

/// <summary>Marks a method that goes on with a builtin function's work when a verb it called has returned.</summary>
/// <param name="name">The function's name.</param>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class ContinuationAttribute(string name) : Attribute
{
    public string Name => name;
}

/// <summary>Marks an argument that may be an integer or a float.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
internal sealed class NumberAttribute : Attribute;
