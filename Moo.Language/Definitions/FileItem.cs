namespace Moo.Language.Definitions;

/// <summary>Part of a definition file, in the order in which they stand.</summary>
/// <param name="Object">An object; null for anything else.</param>
/// <param name="Text">What else it is, with the comment above it: a define, or a comment at the file's end.</param>
/// <param name="Constants">How many constants were known in front of it.</param>
/// <param name="IsApart">Whether a blank line stands in front of it.</param>
internal sealed record FileItem(ObjectDefinition? Object, string Text, int Constants, bool IsApart);
