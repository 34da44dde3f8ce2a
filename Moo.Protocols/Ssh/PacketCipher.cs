using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Moo.Protocols.Ssh;

/// <summary>Encrypts packets one way: <c>aes256-gcm@openssh.com</c> (RFC 5647 §7, with OpenSSH's name).</summary>
/// <remarks>The length of a packet stays readable and is covered by the tag. The nonce counts packets.</remarks>
internal sealed class PacketCipher : IDisposable
{
    public const string Name = "aes256-gcm@openssh.com";
    public const int KeyLength = 32, NonceLength = 12, TagLength = 16, BlockLength = 16;

    private const int FixedNonce = 4;

    private readonly AesGcm _aes;
    private readonly byte[] _nonce;

    public PacketCipher(ReadOnlySpan<byte> key, ReadOnlySpan<byte> nonce)
    {
        _aes = new AesGcm(key, TagLength);
        _nonce = nonce.ToArray();
    }

    /// <summary>Encrypts the text where it stands and writes its tag.</summary>
    public void Encrypt(ReadOnlySpan<byte> length, Span<byte> text, Span<byte> tag)
    {
        _aes.Encrypt(_nonce, text, text, tag, length);
        CountPacket();
    }

    /// <summary>Decrypts the text where it stands; false if somebody changed it.</summary>
    public bool TryDecrypt(ReadOnlySpan<byte> length, Span<byte> text, ReadOnlySpan<byte> tag)
    {
        try
        {
            _aes.Decrypt(_nonce, text, tag, text, length);
        }
        catch (AuthenticationTagMismatchException)
        {
            return false;
        }
        CountPacket();
        return true;
    }

    public void Dispose() => _aes.Dispose();

    private void CountPacket()
    {
        var counter = _nonce.AsSpan(FixedNonce);
        BinaryPrimitives.WriteUInt64BigEndian(counter, BinaryPrimitives.ReadUInt64BigEndian(counter) + 1);
    }
}
