namespace Moo.Protocols.WebSocket;

/// <summary>Sends one WebSocket message.</summary>
/// <param name="isText">Whether it is a text message (opcode 1) or a binary one (opcode 2).</param>
/// <param name="message">Its bytes, valid only during the call. Of a text message, UTF-8.</param>
public delegate void WebSocketSend(bool isText, ReadOnlySpan<byte> message);
