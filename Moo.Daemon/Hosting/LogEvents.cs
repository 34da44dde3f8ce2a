using Microsoft.Extensions.Logging;

namespace Moo.Daemon.Hosting;

/// <summary>Everything the server logs, one event a line.</summary>
internal static partial class LogEvents
{
    [LoggerMessage(1, LogLevel.Information, "World loaded from {Place}: {Objects} objects, {Tasks} sleeping tasks, in {Milliseconds} ms")]
    public static partial void WorldLoaded(this ILogger log, string place, long objects, int tasks, long milliseconds);

    [LoggerMessage(2, LogLevel.Information, "Empty store filled from {Core}: {Objects} objects")]
    public static partial void CoreImported(this ILogger log, string core, int objects);

    [LoggerMessage(3, LogLevel.Information, "Listening for {Kind} on {Address}")]
    public static partial void Listening(this ILogger log, string kind, string address);

    [LoggerMessage(4, LogLevel.Information, "Connection {Connection} accepted from {Remote}")]
    public static partial void ConnectionAccepted(this ILogger log, string connection, string remote);

    [LoggerMessage(5, LogLevel.Information, "Connection {Connection}: {Player} logged in")]
    public static partial void LoggedIn(this ILogger log, string connection, string player);

    [LoggerMessage(6, LogLevel.Information, "Connection {Connection} of {Player} closed: {Reason}")]
    public static partial void ConnectionClosed(this ILogger log, string connection, string player, string reason);

    [LoggerMessage(7, LogLevel.Information, "{Message}")]
    public static partial void FromWorld(this ILogger log, string message);

    [LoggerMessage(8, LogLevel.Error, "{Message}")]
    public static partial void ErrorFromWorld(this ILogger log, string message);

    [LoggerMessage(9, LogLevel.Warning, "The database is away: {Reason}")]
    public static partial void DatabaseAway(this ILogger log, string reason);

    [LoggerMessage(10, LogLevel.Information, "The database is back")]
    public static partial void DatabaseBack(this ILogger log);

    [LoggerMessage(11, LogLevel.Critical, "The world can no longer be kept: {Reason}")]
    public static partial void JournalFailed(this ILogger log, string reason);

    [LoggerMessage(12, LogLevel.Information, "Shutting down: {Reason}")]
    public static partial void ShuttingDown(this ILogger log, string reason);

    [LoggerMessage(13, LogLevel.Information, "Shut down; the world is durable up to commit {Sequence}")]
    public static partial void ShutDown(this ILogger log, long sequence);

    [LoggerMessage(14, LogLevel.Warning, "{Task}")]
    public static partial void TaskRefused(this ILogger log, string task);

    [LoggerMessage(15, LogLevel.Error, "Internal error on connection {Connection}")]
    public static partial void ConnectionFault(this ILogger log, Exception mistake, string connection);

    [LoggerMessage(16, LogLevel.Information, "Ready: version {Version}, started in {Milliseconds} ms")]
    public static partial void Ready(this ILogger log, string version, long milliseconds);

    [LoggerMessage(17, LogLevel.Warning, "Cannot listen on {Address}: {Reason}")]
    public static partial void CannotListen(this ILogger log, string address, string reason);

    [LoggerMessage(18, LogLevel.Information, "Cannot connect to {Host}, port {Port}: {Reason}")]
    public static partial void CannotConnect(this ILogger log, string host, int port, string reason);

    [LoggerMessage(19, LogLevel.Warning, "A connection could not be accepted: {Reason}")]
    public static partial void CannotAccept(this ILogger log, string reason);

    [LoggerMessage(40, LogLevel.Warning, "A connection from {Remote} was refused: {Reason} (said at most once a minute)")]
    public static partial void Refused(this ILogger log, string remote, string reason);

    [LoggerMessage(41, LogLevel.Information, "Certificate {Path} loaded: {Subject}, good until {Until}")]
    public static partial void CertificateLoaded(this ILogger log, string path, string subject, string until);

    [LoggerMessage(42, LogLevel.Error, "Certificate {Path} cannot be read: {Reason}")]
    public static partial void CertificateUnreadable(this ILogger log, string path, string reason);

    [LoggerMessage(43, LogLevel.Warning, "*** THERE IS NO CERTIFICATE: one SIGNED BY THIS SERVER ITSELF was made, {Path}, SHA-256 {Fingerprint}. Clients will warn of it. Put a real one there, or name it with certificate= and key= ***")]
    public static partial void CertificateMade(this ILogger log, string path, string fingerprint);

    [LoggerMessage(45, LogLevel.Information, "SSH host key {Path}: {Fingerprint}")]
    public static partial void HostKeyLoaded(this ILogger log, string path, string fingerprint);

    [LoggerMessage(46, LogLevel.Information, "Connection {Connection}: login by {Method} as {Name} {Outcome}")]
    public static partial void SshLogin(this ILogger log, string connection, string method, string name, string outcome);

    [LoggerMessage(44, LogLevel.Information, "Connection from {Remote} at {Address} given up: {Reason}")]
    public static partial void HandshakeFailed(this ILogger log, string remote, string address, string reason);

    [LoggerMessage(60, LogLevel.Information, "Backed up to {File}: {Objects} objects as of commit {Sequence}, {Bytes} bytes, in {Milliseconds} ms")]
    public static partial void BackupMade(this ILogger log, string file, long objects, long sequence, long bytes, long milliseconds);

    [LoggerMessage(61, LogLevel.Error, "The backup failed: {Reason}")]
    public static partial void BackupFailed(this ILogger log, string reason);

    [LoggerMessage(62, LogLevel.Information, "Old backup thrown away: {File}")]
    public static partial void BackupDropped(this ILogger log, string file);

    [LoggerMessage(43, LogLevel.Warning, "The history of verbs cannot be read: {Reason}")]
    public static partial void HistoryUnreadable(this ILogger log, string reason);
}
