namespace Moo.Language.Execution;

/// <summary>The properties that every object has without defining them.</summary>
internal enum BuiltInProperty
{
    Name, Owner, Location, Contents, Programmer, Wizard, R, W, F, A,
}
