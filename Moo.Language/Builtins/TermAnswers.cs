using System.Runtime.InteropServices;
using System.Security.Cryptography;
using Moo.Language.Execution;
using Moo.Store.Values;

namespace Moo.Language.Builtins;

/// <summary>The answers of a search over terms: maps of bindings, each once if so wanted.</summary>
internal sealed class TermAnswers(MooTask task, int most, bool isDeduped)
{
    private readonly List<Value> _answers = [];
    private readonly HashSet<string> _seen = [];
    private long _bytes;

    /// <summary>Whether there are as many as wanted.</summary>
    public bool AreComplete => _answers.Count >= most;

    /// <summary>Adds an answer. What to return if that was too much.</summary>
    public Value? Add(MooMap answer)
    {
        if (isDeduped)
        {
            if (Digest(task, Value.Of(answer)) is not { } digest) return Value.Failure;
            if (!_seen.Add(digest)) return null;
        }
        _answers.Add(Value.Of(answer));
        _bytes += answer.Bytes;
        return _bytes <= task.Limits.MaxListBytes ? null
            : task.RaiseQuota(default, "a list may take {0} bytes", task.Limits.MaxListBytes);
    }

    /// <summary>The answers as a list, within its limits.</summary>
    public Value AsList()
    {
        var items = _answers.ToArray();
        return Quota.Check(task, Value.List(MooList.FromOwned(items, items.Length)));
    }

    /// <summary>A short text that only values equal to this one have, ignoring case; null if the task must stop.</summary>
    public static string? Digest(MooTask task, Value value)
    {
        if (!Effort.OfBytes(task, value.Bytes)) return null;
        var text = Literal.Of(value, exactFloats: true).ToUpperInvariant();
        return Convert.ToBase64String(SHA256.HashData(MemoryMarshal.AsBytes(text.AsSpan())));
    }
}
