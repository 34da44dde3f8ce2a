namespace Moo.Language.Execution;

/// <summary>The variables that every verb finds set.</summary>
internal enum BuiltInVariable
{
    This, Player, Caller, Verb, Args, Argstr, Dobj, Dobjstr, Prepstr, Iobj, Iobjstr,
    Int, Num, Float, Str, Obj, List, Err, Map, Anon, Waif, Bool,
}
