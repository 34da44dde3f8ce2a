using Moo.Store.Worlds;

namespace Moo.Store.Journal.Rows;

/// <summary>The words that the tables use for the parts of a verb's arguments.</summary>
internal static class StoredNames
{
    public static string Of(ArgumentSpec spec) => spec switch
    {
        ArgumentSpec.Any => "any",
        ArgumentSpec.This => "this",
        _ => "none",
    };
}
