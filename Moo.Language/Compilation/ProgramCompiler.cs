using Moo.Language.Builtins;
using Moo.Language.Execution;
using Moo.Language.Syntax;

namespace Moo.Language.Compilation;

/// <summary>From source text to a program of steps: the whole way.</summary>
internal static class ProgramCompiler
{
    /// <summary>Compiles the text of a verb, or of an <c>eval()</c>.</summary>
    public static CompiledProgram Compile(string source, BuiltinTable builtins)
    {
        var parsed = Parser.Parse(source);
        var text = new SourceText(source);
        if (!parsed.IsValid) return new CompiledProgram(null, text, parsed.Diagnostics, builtins);
        return Compile(text, parsed.Statements, null, builtins);
    }

    /// <summary>Compiles the text of a lambda: <c>{params} => expr</c>, <c>fn (params) … endfn</c> or <c>fn name (params) … endfn</c>.</summary>
    /// <param name="source">The text.</param>
    /// <param name="builtins">The builtin functions.</param>
    /// <param name="isCallable">Whether a name that is no builtin's may hold a function where the lambda is made; null if that is not known.</param>
    public static CompiledProgram CompileLambda(string source, BuiltinTable builtins, Predicate<string>? isCallable = null)
    {
        var text = new SourceText(source);
        var (expression, diagnostics) = Parser.ParseExpression(source);
        if (expression is LambdaExpr lambda) return CompileLambda(text, lambda, null, builtins, isCallable);
        var parsed = Parser.Parse(source);
        if (parsed.IsValid && parsed.Statements is [FunctionStatement named]) return CompileLambda(text, named.Function, named.Name, builtins, isCallable);
        if (diagnostics.Count == 0) diagnostics = [new Diagnostic(default, "this is not a function")];
        return new CompiledProgram(null, text, diagnostics, builtins);
    }

    private static CompiledProgram CompileLambda(
        SourceText text, LambdaExpr lambda, string? ownName, BuiltinTable builtins, Predicate<string>? isCallable)
    {
        var arguments = new NameExpr("args", lambda.Parameters.Span);
        var statements = new List<Statement>();
        if (lambda.Parameters.Targets.Count > 0)
            statements.Add(new ExpressionStatement(new ScatterExpr(lambda.Parameters, arguments, lambda.Parameters.Span), lambda.Parameters.Span));
        if (lambda.Body is not null) statements.Add(new ReturnStatement(lambda.Body, lambda.Body.Span));
        else statements.AddRange(lambda.Statements!);
        return Compile(text, statements, (lambda, ownName), builtins, isCallable);
    }

    /// <summary>Compiles a text that goes on where others ended: variables that those left may be called as functions.</summary>
    /// <param name="source">The text.</param>
    /// <param name="builtins">The builtin functions.</param>
    /// <param name="known">The variables that those left, and whether they hold functions.</param>
    /// <param name="variables">The slots of the text's own variables and of those it names; not those of inner blocks.</param>
    public static CompiledProgram Continue(
        string source, BuiltinTable builtins, IReadOnlyDictionary<string, bool> known, out IReadOnlyList<(string Name, int Slot)> variables)
    {
        var found = new List<(string, int)>();
        variables = found;
        var parsed = Parser.Parse(source);
        var text = new SourceText(source);
        if (!parsed.IsValid) return new CompiledProgram(null, text, parsed.Diagnostics, builtins);
        return Compile(text, parsed.Statements, null, builtins, before: names =>
        {
            foreach (var (name, isFunction) in known)
            {
                if (names.Names.Contains(name) || isFunction && names.Called.Contains(name)) names.Assigned.Add(name);
                if (isFunction && names.Called.Contains(name)) names.Declared.Add(name);
            }
        }, after: (names, scope) =>
        {
            foreach (var name in names.Names.Union(names.Called, StringComparer.OrdinalIgnoreCase))
            {
                if (BuiltInVariables.TryFind(name, out _) || !names.Names.Contains(name) && !names.Assigned.Contains(name)) continue;
                if (scope.Find(name) is { } variable) found.Add((name, variable.Slot));
            }
        });
    }

    private static CompiledProgram Compile(
        SourceText text, IReadOnlyList<Statement> statements, (LambdaExpr Lambda, string? OwnName)? function, BuiltinTable builtins,
        Predicate<string>? isCallable = null, Action<NameSurvey>? before = null, Action<NameSurvey, Scope>? after = null)
    {
        var names = new NameSurvey();
        names.Visit(statements);
        if (names.TooDeep is { } deep)
        {
            return new CompiledProgram(null, text, [new Diagnostic(deep.Span,
                $"this expression nests more than {SyntaxWalker.DeepestTree} levels deep; cut it into several statements")], builtins);
        }
        // What a lambda captures counts as assigned: it gets slots, filled when the lambda is called.
        var captured = function is { } f ? CapturedNames(f.Lambda, f.OwnName, names, builtins) : [];
        if (isCallable is not null) captured.RemoveAll(name => !names.Names.Contains(name) && !isCallable(name));
        names.Assigned.UnionWith(captured);
        if (function is { } own) names.Declared.UnionWith(own.Lambda.Parameters.Targets.Select(t => t.Name).Append(own.OwnName ?? ""));
        before?.Invoke(names);
        var leaving = new LeavingSurvey(builtins, names);
        leaving.Visit(statements);

        var compiler = new StatementCompiler(text, builtins, names, leaving);
        var scope = compiler.Scope;
        compiler.Body(statements);
        after?.Invoke(names, scope);
        var program = compiler.Finish(function is not null, captured, function?.OwnName);
        var isValid = !compiler.Diagnostics.Exists(d => !d.IsWarning);
        return new CompiledProgram(isValid ? program : null, text, compiler.Diagnostics, builtins);
    }

    // Everything that a lambda names and does not have from elsewhere: which of them it really gets depends on where it is made.
    private static List<string> CapturedNames(LambdaExpr lambda, string? ownName, NameSurvey names, BuiltinTable builtins)
    {
        var own = lambda.Parameters.Targets.Select(t => t.Name).ToHashSet(StringComparer.OrdinalIgnoreCase);
        if (ownName is not null) names.Names.Add(ownName);
        return [.. Capturable(names, builtins).Where(name => !own.Contains(name))];
    }

    /// <summary>The names in a lambda that can be captured: not what every frame has of its own, nor constants and builtin functions.</summary>
    public static IEnumerable<string> Capturable(NameSurvey names, BuiltinTable builtins) =>
        names.Names.Union(names.Called.Where(name => !builtins.TryFind(name, out _)), StringComparer.OrdinalIgnoreCase)
            .Where(name => BuiltInVariables.TryFind(name, out var variable)
                ? variable is BuiltInVariable.This or BuiltInVariable.Player
                : !BuiltInVariables.TryConstant(name, out _) && !name.StartsWith("E_", StringComparison.OrdinalIgnoreCase));
}
