namespace Moo.Language.Scheduling;

/// <summary>A line of the server's log, as <c>server_log_lines()</c> shows it.</summary>
/// <param name="Number">Its number: 1 is the first since the server started.</param>
/// <param name="Time">When it was written.</param>
/// <param name="Level">How grave it is: <c>info</c>, <c>warning</c> or <c>error</c>.</param>
/// <param name="Text">What it says.</param>
public sealed record LogLine(long Number, DateTimeOffset Time, string Level, string Text);
