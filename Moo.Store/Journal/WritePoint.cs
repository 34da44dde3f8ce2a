namespace Moo.Store.Journal;

/// <summary>The steps of writing a batch, for tests that break it off.</summary>
internal enum WritePoint
{
    Begun,
    Removed,
    Objects,
    Properties,
    Log,
    Meta,
    Committed,
}
