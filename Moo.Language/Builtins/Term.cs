using System.Runtime.CompilerServices;
using Moo.Store.Values;

namespace Moo.Language.Builtins;

/// <summary>A term while <see cref="TermQuery"/> works on it: a tree whose variables are cells.</summary>
internal abstract record Term;

/// <summary>A value that holds no variables.</summary>
internal sealed record Constant(Value Value) : Term;

/// <summary>A list, or the values of a map with these keys, with variables inside.</summary>
internal sealed record Compound(MooList? Keys, Term[] Parts) : Term;

/// <summary>Something unknown; bound to a term for as long as a proof needs it to be. No two are equal.</summary>
internal sealed record Variable : Term
{
    public Term? Bound { get; set; }

    public bool Equals(Variable? other) => ReferenceEquals(this, other);

    public override int GetHashCode() => RuntimeHelpers.GetHashCode(this);
}
