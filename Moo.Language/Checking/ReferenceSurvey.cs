using Moo.Language.Execution;
using Moo.Language.Syntax;
using Moo.Store.Values;
using Moo.Store.Worlds;

namespace Moo.Language.Checking;

/// <summary>Finds <c>$name</c>, <c>$name.property</c>, <c>$name:verb()</c> and <c>#12:verb()</c> that name something the world does not have.</summary>
/// <remarks>What a program tries with an eye to the error (in a catch expression, in <c>try … except</c>) is left alone, and so is what it makes itself.</remarks>
internal sealed class ReferenceSurvey(Snapshot world) : SyntaxWalker
{
    private static readonly string[] Errors = ["E_PROPNF", "E_VERBNF", "E_INVIND", "E_TYPE"];

    private readonly List<Diagnostic> _found = [];
    private int _caught;

    /// <summary>The references of a program that lead nowhere.</summary>
    public static IReadOnlyList<Diagnostic> Check(IReadOnlyList<Statement> statements, Snapshot world)
    {
        var survey = new ReferenceSurvey(world);
        survey.Visit(statements);
        return survey._found;
    }

    public override bool Visit(Statement statement)
    {
        if (statement is not TryStatement guarded || !guarded.Excepts.Any(clause => Caught.Includes(clause.Codes, Errors))) return base.Visit(statement);
        _caught++;
        Visit(guarded.Body);
        _caught--;
        foreach (var clause in guarded.Excepts) Visit(clause.Body);
        return guarded.Finally is not null && Visit(guarded.Finally);
    }

    public override bool Visit(LambdaExpr lambda)
    {
        if (lambda.Body is not null) Visit(lambda.Body);
        if (lambda.Statements is not null) Visit(lambda.Statements);
        return false;
    }

    public override bool Visit(Expr expression)
    {
        switch (expression)
        {
            case CatchExpr e when Caught.Includes(e.Codes, Errors):
                _caught++;
                Visit(e.Body);
                _caught--;
                return e.Default is not null && Visit(e.Default);
            case PropertyExpr { Name: LiteralExpr { Value: var name } } e when _caught == 0 && name.TryStr(out var property):
                if (Known(e.Target) is { } holder) Property(holder, property, Describe(e.Target, e.IsSystem), e.Name.Span);
                break;
            case VerbCallExpr { Name: LiteralExpr { Value: var name } } e when _caught == 0 && name.TryStr(out var verb):
                if (Known(e.Target) is { } receiver) Verb(receiver, verb, Describe(e.Target, e.IsSystem), e.Name.Span);
                break;
        }
        return base.Visit(expression);
    }

    // The object that an expression surely stands for: a number, or what $name is in this world.
    private ObjectState? Known(Expr expression) => expression switch
    {
        LiteralExpr { Value: var value } when value.TryObj(out var id) => world.Find(id),
        PropertyExpr { IsSystem: true, Name: LiteralExpr { Value: var name } } when name.TryStr(out var property)
            && world.Property(ObjectId.System, property) is { } value && value.TryObj(out var id) => world.Find(id),
        _ => null,
    };

    private static string Describe(Expr target, bool isSystem) => isSystem ? "$" : target switch
    {
        PropertyExpr { Name: LiteralExpr { Value: var name } } => "$" + name.AsStr,
        LiteralExpr { Value: var value } => Literal.Of(value),
        _ => "",
    };

    private void Property(ObjectState holder, string name, string target, SourceSpan span)
    {
        if (BuiltInProperties.Find(name) is not null || BuiltInProperties.FindYielding(name) is not null || world.Property(holder, name) is not null) return;
        var what = target == "$" ? $"there is no ${name}" : $"{target} has no property '{name}'";
        Report(span, what, name, Line(holder).SelectMany(ancestor => ancestor.Class.Definitions.ToArray()));
    }

    private void Verb(ObjectState receiver, string name, string target, SourceSpan span)
    {
        var line = Line(receiver).ToList();
        if (line.Exists(ancestor => ancestor.Class.Verbs.ToArray().Any(verb => verb.Flags.HasFlag(VerbFlags.Execute) && verb.Answers(name)))) return;
        if (line.Exists(ancestor => ancestor.Class.Verbs.ToArray().Any(verb => verb.Answers(name))))
        {
            _found.Add(new Diagnostic(span, $"{target}:{name} cannot be called: it has no 'x' flag", IsWarning: true));
            return;
        }
        var names = line.SelectMany(ancestor => ancestor.Class.Verbs.ToArray()).SelectMany(verb => verb.Names.Split(' ')).Select(pattern => pattern.Replace("*", "", StringComparison.Ordinal));
        Report(span, target == "$" ? $"there is no ${name}()" : $"{target} has no verb '{name}'", name, names);
    }

    private void Report(SourceSpan span, string what, string name, IEnumerable<string> candidates)
    {
        var close = Spelling.Closest(name, candidates);
        _found.Add(new Diagnostic(span, close is null ? what : $"{what}; did you mean '{close}'?", IsWarning: true));
    }

    // The object and its ancestors.
    private IEnumerable<ObjectState> Line(ObjectState start)
    {
        var seen = new HashSet<ObjectId>();
        var open = new Stack<ObjectState>([start]);
        while (open.TryPop(out var state))
        {
            if (!seen.Add(state.Id)) continue;
            yield return state;
            foreach (var parent in state.Class.Parents)
                if (world.Find(parent) is { } above) open.Push(above);
        }
    }
}
