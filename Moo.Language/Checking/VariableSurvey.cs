using Moo.Language.Execution;
using Moo.Language.Syntax;

namespace Moo.Language.Checking;

/// <summary>Finds variables that are assigned and never read, and those that are read and never assigned.</summary>
/// <remarks>
/// It resolves names as the compiler does: the innermost block's variable, else the verb-wide one; a lambda sees those around it.
/// Variables of patterns and loops, parameters, and names that begin with <c>_</c> may go unused.
/// </remarks>
internal sealed class VariableSurvey : SyntaxWalker
{
    private readonly List<Use> _uses = [];
    private readonly Stack<Dictionary<string, Use>> _blocks = new();
    private readonly Dictionary<string, Use> _verbWide = new(StringComparer.OrdinalIgnoreCase);
    private int _caught;

    /// <summary>What is doubtful about the variables of a program.</summary>
    public static IEnumerable<Diagnostic> Check(IReadOnlyList<Statement> statements)
    {
        var survey = new VariableSurvey();
        survey.Visit(statements);
        foreach (var use in survey._uses)
        {
            if (use.IsAssigned && !use.IsRead && !use.MayBeUnused)
                yield return new Diagnostic(use.Span, $"the variable '{use.Name}' is never used", IsWarning: true);
            if (!use.IsAssigned && use.FirstRead is { } read)
                yield return new Diagnostic(read, $"the variable '{use.Name}' never gets a value{survey.Suggestion(use.Name)}", IsWarning: true);
        }
    }

    private string Suggestion(string name)
    {
        var close = Spelling.Closest(name, _uses.Where(use => use.IsAssigned).Select(use => use.Name)
            .Concat(Enum.GetNames<BuiltInVariable>().Select(builtIn => builtIn.ToLowerInvariant())));
        return close is null ? "" : $"; did you mean '{close}'?";
    }

    // ---- names

    private Use? Find(string name)
    {
        foreach (var block in _blocks)
            if (block.TryGetValue(name, out var use)) return use;
        if (_verbWide.TryGetValue(name, out var known)) return known;
        // Assigning these is heard by the verbs that are called.
        if (BuiltInVariables.TryFind(name, out _) || BuiltInVariables.TryConstant(name, out _) || name.StartsWith("E_", StringComparison.OrdinalIgnoreCase)) return null;
        var made = new Use(name);
        _uses.Add(made);
        _verbWide.Add(name, made);
        return made;
    }

    private void Assign(string name, SourceSpan span, bool mayBeUnused = false) => Find(name)?.Assign(span, mayBeUnused);

    private void Declare(string name, SourceSpan span, bool mayBeUnused = false)
    {
        if (_blocks.Count == 0)
        {
            Assign(name, span, mayBeUnused);
            return;
        }
        var use = new Use(name);
        use.Assign(span, mayBeUnused);
        _uses.Add(use);
        _blocks.Peek()[name] = use;
    }

    private void Read(string name, SourceSpan span)
    {
        if (Find(name) is not { } use) return;
        use.IsRead = true;
        // Who catches the error may look whether there is a value.
        if (_caught == 0) use.FirstRead ??= span;
    }

    private bool InBlock(Action content)
    {
        _blocks.Push(new Dictionary<string, Use>(StringComparer.OrdinalIgnoreCase));
        content();
        _blocks.Pop();
        return false;
    }

    private void Block(IReadOnlyList<Statement> body) => InBlock(() => Visit(body));

    // ---- statements

    public override bool Visit(Statement statement)
    {
        switch (statement)
        {
            case IfStatement s:
                foreach (var (test, body) in s.Branches)
                {
                    Visit(test);
                    Block(body);
                }
                if (s.Else is not null) Block(s.Else);
                return false;
            case ForInStatement s:
                Visit(s.Collection);
                return Loop(s.Value, s.Key, s.Body, s.Span);
            case ForRangeStatement s:
                Visit(s.From);
                Visit(s.To);
                return Loop(s.Name, null, s.Body, s.Span);
            case WhileStatement s:
                if (s.Name is not null) Assign(s.Name, s.Span, mayBeUnused: true);
                Visit(s.Test);
                Block(s.Body);
                return false;
            case ForkStatement s:
                if (s.Name is not null) Assign(s.Name, s.Span);
                Visit(s.Delay);
                Block(s.Body);
                return false;
            case TryStatement s:
                return Visit(s);
            case BlockStatement s:
                Block(s.Body);
                return false;
            case DeclarationStatement s:
                if (s.Value is not null) Visit(s.Value);
                if (s.Kind != DeclarationKind.Global) Declare(s.Name, s.Span);
                else if (Find(s.Name) is { } use) use.Assign(s.Span, s.Value is null);
                return false;
            case ScatterDeclarationStatement s:
                Visit(s.Value);
                return Scatter(s.Pattern, s.Kind != DeclarationKind.Global);
            case FunctionStatement s:
                Declare(s.Name, s.Span);
                return Visit(s.Function);
            default:
                return base.Visit(statement);
        }
    }

    private bool Loop(string value, string? key, IReadOnlyList<Statement> body, SourceSpan span)
    {
        Assign(value, span, mayBeUnused: true);
        if (key is not null) Assign(key, span, mayBeUnused: true);
        Block(body);
        return false;
    }

    private bool Visit(TryStatement statement)
    {
        var isCaught = statement.Excepts.Any(clause => Caught.Includes(clause.Codes, "E_VARNF"));
        if (isCaught) _caught++;
        Block(statement.Body);
        if (isCaught) _caught--;
        foreach (var clause in statement.Excepts)
        {
            foreach (var code in clause.Codes ?? []) Visit(code);
            if (clause.Name is not null) Assign(clause.Name, clause.Span);
            Block(clause.Body);
        }
        if (statement.Finally is not null) Block(statement.Finally);
        return false;
    }

    // ---- expressions

    public override bool Visit(Expr expression)
    {
        switch (expression)
        {
            case NameExpr e:
                Read(e.Name, e.Span);
                return false;
            case FunctionCallExpr e:
                // A variable that holds a function; the compiler knows the functions there are.
                if (_blocks.Any(block => block.ContainsKey(e.Name)) || _verbWide.ContainsKey(e.Name)) Read(e.Name, e.NameSpan);
                return base.Visit(expression);
            case AssignExpr e:
                Visit(e.Value);
                return Target(e.Target);
            case ScatterExpr e:
                Visit(e.Value);
                return Scatter(e.Pattern, isDeclared: false);
            case CatchExpr e:
                return Visit(e);
            case ComprehensionExpr e:
                Visit(e.Source);
                if (e.To is not null) Visit(e.To);
                return InBlock(() =>
                {
                    Declare(e.Value, e.Span, mayBeUnused: true);
                    if (e.Key is not null) Declare(e.Key, e.Span, mayBeUnused: true);
                    if (e.Filter is not null) Visit(e.Filter);
                    Visit(e.Element);
                });
            default:
                return base.Visit(expression);
        }
    }

    // x[1] = v changes x and does not use it.
    private bool Target(Expr target)
    {
        switch (target)
        {
            case NameExpr e:
                Assign(e.Name, e.Span);
                return false;
            case IndexExpr e:
                Visit(e.Index);
                return Target(e.Base);
            case RangeExpr e:
                Visit(e.From);
                Visit(e.To);
                return Target(e.Base);
            default:
                return Visit(target);
        }
    }

    // A pattern has a variable for each element, wanted or not.
    private bool Scatter(ScatterPattern pattern, bool isDeclared)
    {
        foreach (var target in pattern.Targets)
        {
            if (target.Default is not null) Visit(target.Default);
            if (isDeclared) Declare(target.Name, target.Span, mayBeUnused: true);
            else Assign(target.Name, target.Span, mayBeUnused: true);
        }
        return false;
    }

    private bool Visit(CatchExpr expression)
    {
        var isCaught = Caught.Includes(expression.Codes, "E_VARNF");
        if (isCaught) _caught++;
        Visit(expression.Body);
        if (isCaught) _caught--;
        foreach (var code in expression.Codes ?? []) Visit(code);
        return expression.Default is not null && Visit(expression.Default);
    }

    public override bool Visit(LambdaExpr lambda) => InBlock(() =>
    {
        foreach (var target in lambda.Parameters.Targets)
        {
            if (target.Default is not null) Visit(target.Default);
            Declare(target.Name, target.Span, mayBeUnused: true);
        }
        if (lambda.Body is not null) Visit(lambda.Body);
        if (lambda.Statements is not null) Block(lambda.Statements);
    });

    private sealed class Use(string name)
    {
        public string Name => name;

        public SourceSpan Span { get; private set; }

        public bool IsAssigned { get; private set; }

        public bool MayBeUnused { get; private set; } = name.StartsWith('_');

        public bool IsRead { get; set; }

        public SourceSpan? FirstRead { get; set; }

        public void Assign(SourceSpan span, bool mayBeUnused)
        {
            if (!IsAssigned) (IsAssigned, Span) = (true, span);
            MayBeUnused |= mayBeUnused;
        }
    }
}
