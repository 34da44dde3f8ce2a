namespace Moo.Store.Worlds;

/// <summary>Something a slice of a task does to the outside: text to a player, a boot, … Let out once its commit is durable.</summary>
/// <remarks>Effects name players and connections by number and never refer to sockets: a commit record is self-contained.</remarks>
public abstract record Effect
{
    /// <summary>What it holds in memory until it is let out, in bytes.</summary>
    public virtual long Bytes => 64;
}
