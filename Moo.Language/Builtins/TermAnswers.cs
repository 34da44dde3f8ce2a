using Moo.Language.Execution;
using Moo.Store.Values;

namespace Moo.Language.Builtins;

/// <summary>The answers of a search over terms: maps of bindings, each once if so wanted.</summary>
internal sealed class TermAnswers(MooTask task, int most, bool isDeduped)
{
    private readonly List<Value> _answers = [];
    private readonly HashSet<string> _seen = [];

    /// <summary>Whether there are as many as wanted.</summary>
    public bool AreComplete => _answers.Count >= most;

    /// <summary>Adds an answer. False if the task must stop.</summary>
    public bool TryAdd(MooMap answer)
    {
        if (!Effort.OfBytes(task, answer.Bytes)) return false;
        // Equality ignores case; so must the text that stands for the answer.
        var isNew = !isDeduped || _seen.Add(Literal.Of(Value.Of(answer), exactFloats: true).ToUpperInvariant());
        if (isNew) _answers.Add(Value.Of(answer));
        return true;
    }

    /// <summary>The answers as a list, within its limits.</summary>
    public Value AsList()
    {
        var items = _answers.ToArray();
        return Quota.Check(task, Value.List(MooList.FromOwned(items, items.Length)));
    }
}
