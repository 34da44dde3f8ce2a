namespace Moo.Store.Journal;

/// <summary>The database cannot keep the world, and waiting would not mend it. The message says what is wrong and what to do.</summary>
/// <param name="message">What is wrong and what to do about it, for the operator.</param>
/// <param name="cause">What the database said.</param>
public sealed class JournalException(string message, Exception? cause = null) : Exception(message, cause);
