namespace Moo.Language.Tests.Support;

/// <summary>A clock that stands, so that no task ever runs out of seconds; timers run as usual.</summary>
internal sealed class StandingTime : TimeProvider
{
    private readonly long _start = System.GetTimestamp();

    public override long GetTimestamp() => _start;
}
