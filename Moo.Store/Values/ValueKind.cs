namespace Moo.Store.Values;

/// <summary>The kinds of value, numbered as <c>typeof()</c> reports them (LambdaMOO and ToastStunt; ours from 15 on).</summary>
public enum ValueKind : byte
{
    /// <summary>A 64-bit integer.</summary>
    Int = 0,
    /// <summary>An object number.</summary>
    Obj = 1,
    /// <summary>A string of Unicode text.</summary>
    Str = 2,
    /// <summary>An error, with or without a message.</summary>
    Err = 3,
    /// <summary>A list.</summary>
    List = 4,
    /// <summary>Not a value: marks a property that takes its parent's value.</summary>
    Clear = 5,
    /// <summary>Not a value: marks a variable that has not been assigned.</summary>
    Unset = 6,
    /// <summary>Not a value: an evaluation failed and an error is on its way up.</summary>
    Failure = 7,
    /// <summary>An IEEE double; never NaN or infinite.</summary>
    Float = 9,
    /// <summary>An ordered map.</summary>
    Map = 10,
    /// <summary>An anonymous object: it lives as long as something refers to it.</summary>
    Anon = 12,
    /// <summary>A WAIF: a light object with a class and an owner.</summary>
    Waif = 13,
    /// <summary><c>true</c> or <c>false</c>.</summary>
    Bool = 14,
    /// <summary>A flyweight: a delegate, slots and contents.</summary>
    Flyweight = 15,
    /// <summary>A symbol.</summary>
    Symbol = 16,
    /// <summary>A string of bytes.</summary>
    Binary = 17,
    /// <summary>A function value with its captured variables.</summary>
    Lambda = 18,
}
