namespace Moo.Store.Journal;

/// <summary>The database cannot be reached at the moment: it is worth trying again.</summary>
/// <param name="message">What happened, for the operator.</param>
/// <param name="cause">What the connection said.</param>
public sealed class JournalAwayException(string message, Exception? cause = null) : Exception(message, cause);
