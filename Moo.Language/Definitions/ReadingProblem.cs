using Moo.Language.Syntax;

namespace Moo.Language.Definitions;

/// <summary>Ends the reading of one member of a definition file: thrown where the text makes no sense, caught where the next member begins.</summary>
/// <param name="span">Where.</param>
/// <param name="message">What is wrong.</param>
internal sealed class ReadingProblem(SourceSpan span, string message) : Exception(message)
{
    public SourceSpan Span => span;
}
