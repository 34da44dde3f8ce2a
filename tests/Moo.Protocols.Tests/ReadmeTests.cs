using System.IO.Pipelines;
using System.Reflection;
using Moo.Protocols.Tests.Support;

namespace Moo.Protocols.Tests;

public class ReadmeTests
{
    private static readonly string Root = typeof(ReadmeTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .First(a => a.Key == "RepositoryRoot").Value!;

    [Fact]
    public void The_readme_shows_the_example_as_it_compiles()
    {
        var readme = File.ReadAllText(Path.Combine(Root, "Moo.Protocols", "README.md")).ReplaceLineEndings("\n");
        var source = File.ReadAllText(Path.Combine(Root, "tests", "Moo.Protocols.Tests", "ReadmeExample.cs"))
            .ReplaceLineEndings("\n");
        var example = source.Split("// <example>\n")[1].Split("\n// </example>")[0];

        Assert.Contains($"```csharp\n{example}\n```", readme);
    }

    [Fact]
    public async Task The_example_talks_to_a_client()
    {
        var (fromClient, toClient) = (new Pipe(), new Pipe());
        using var conversation = new Conversation();
        await fromClient.Writer.WriteAsync(
            Wire.Join(Wire.Wont(24), Wire.Wont(31), Wire.Wont(39), Wire.Dont(42), Wire.Dont(25), Wire.Do(201),
                Wire.Gmcp("""Core.Supports.Set ["Char 1"]"""), "Jane[\r\n"u8.ToArray()),
            TestContext.Current.CancellationToken);
        await fromClient.Writer.CompleteAsync();

        await conversation.RunAsync(new Duplex(fromClient.Reader.AsStream(), toClient.Writer.AsStream()));

        await toClient.Writer.CompleteAsync();
        var sent = await toClient.Reader.ReadAsync(TestContext.Current.CancellationToken);
        var seen = Wire.Describe(System.Buffers.BuffersExtensions.ToArray(sent.Buffer));
        Assert.EndsWith(
            """
            WILL MCCP2
            Who are you? 
            GA
            Hello, Jane[.\x0D\x0A
            SB GMCP Char.Name {"name":"guest"}
            """.ReplaceLineEndings("\n"), seen.Replace("WILL MCCP3\n", ""));
    }

    private sealed class Duplex(Stream input, Stream output) : Stream
    {
        public override bool CanRead => true;
        public override bool CanSeek => false;
        public override bool CanWrite => true;
        public override long Length => throw new NotSupportedException();
        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }

        public override int Read(byte[] buffer, int offset, int count) => input.Read(buffer, offset, count);
        public override void Write(byte[] buffer, int offset, int count) => output.Write(buffer, offset, count);
        public override void Flush() => output.Flush();
        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
        public override void SetLength(long value) => throw new NotSupportedException();
    }
}
