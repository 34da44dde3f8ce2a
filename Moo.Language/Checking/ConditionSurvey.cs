using Moo.Language.Syntax;

namespace Moo.Language.Checking;

/// <summary>Finds conditions that assign where they probably were to compare: <c>if (x = 1)</c>. A second pair of parentheses says that it is meant.</summary>
/// <param name="source">The program's text.</param>
internal sealed class ConditionSurvey(string source) : SyntaxWalker
{
    private readonly List<Diagnostic> _found = [];

    /// <summary>The conditions of a program that assign.</summary>
    public static IReadOnlyList<Diagnostic> Check(string source, IReadOnlyList<Statement> statements)
    {
        var survey = new ConditionSurvey(source);
        survey.Visit(statements);
        return survey._found;
    }

    public override bool Visit(Statement statement)
    {
        if (statement is IfStatement choice)
            foreach (var (test, _) in choice.Branches) Condition(test);
        if (statement is WhileStatement loop) Condition(loop.Test);
        return base.Visit(statement);
    }

    public override bool Visit(LambdaExpr lambda)
    {
        if (lambda.Body is not null) Visit(lambda.Body);
        if (lambda.Statements is not null) Visit(lambda.Statements);
        return false;
    }

    private void Condition(Expr test)
    {
        if (test is not AssignExpr { Span: var span } || IsInTwoParentheses(span.Start)) return;
        _found.Add(new Diagnostic(span, "this assigns; to compare, write '=='. If it is meant, put it in parentheses of its own", IsWarning: true));
    }

    private bool IsInTwoParentheses(int start)
    {
        var before = source.AsSpan(0, start).TrimEnd();
        return before.EndsWith("(") && before[..^1].TrimEnd().EndsWith("(");
    }
}
