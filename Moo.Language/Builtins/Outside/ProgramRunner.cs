using System.ComponentModel;
using System.Diagnostics;
using Moo.Language.Builtins.Text;
using Moo.Language.Execution;
using Moo.Store.Values;

namespace Moo.Language.Builtins.Outside;

/// <summary>Runs host programs for tasks: so many at once, for so long, with so much output.</summary>
internal sealed class ProgramRunner
{
    private int _running;

    /// <summary>Runs a program to its end.</summary>
    /// <param name="path">The program.</param>
    /// <param name="arguments">Its arguments.</param>
    /// <param name="input">What it reads.</param>
    /// <param name="environment">Its environment: names and values.</param>
    /// <param name="limits">What bounds it.</param>
    /// <param name="cancellation">Asks to end it.</param>
    /// <returns>Its exit code and what it wrote on both outputs, as binary strings; or an error.</returns>
    public async Task<Value> Run(string path, IEnumerable<string> arguments, byte[] input, IEnumerable<KeyValuePair<string, string>> environment,
        OutsideAccess limits, CancellationToken cancellation)
    {
        if (Interlocked.Increment(ref _running) > limits.MostPrograms)
        {
            Interlocked.Decrement(ref _running);
            return Value.Of(MooError.Of(ErrorCode.E_QUOTA, "Too many programs run"));
        }
        try
        {
            var start = new ProcessStartInfo(path, arguments)
            {
                WorkingDirectory = limits.DataFolder!,
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
                UseShellExecute = false,
            };
            start.Environment.Clear();
            foreach (var (name, value) in environment) start.Environment[name] = value;
            using var process = Process.Start(start);
            return process is null ? Value.Err(ErrorCode.E_EXEC) : await Attend(process, input, limits, cancellation).ConfigureAwait(false);
        }
        catch (Exception problem) when (problem is Win32Exception or InvalidOperationException or IOException)
        {
            return Value.Of(MooError.Of(ErrorCode.E_EXEC, "the program cannot be run"));
        }
        finally
        {
            Interlocked.Decrement(ref _running);
        }
    }

    private static async Task<Value> Attend(Process process, byte[] input, OutsideAccess limits, CancellationToken cancellation)
    {
        using var over = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        over.CancelAfter(limits.ProgramTime);
        try
        {
            var written = Feed(process, input, over.Token);
            var output = Collect(process.StandardOutput.BaseStream, limits.MostProgramOutput, over);
            var errors = Collect(process.StandardError.BaseStream, limits.MostProgramOutput, over);
            await Task.WhenAll(written, output, errors, process.WaitForExitAsync(over.Token)).ConfigureAwait(false);
            return Value.List(Value.Int(process.ExitCode), Value.Str(ByteText.Write(output.Result)), Value.Str(ByteText.Write(errors.Result)));
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return Value.Of(MooError.Of(ErrorCode.E_QUOTA, "the program ran for too long or wrote too much, and was killed"));
        }
        finally
        {
            Kill(process);
        }
    }

    private static async Task Feed(Process process, byte[] input, CancellationToken cancellation)
    {
        try
        {
            await process.StandardInput.BaseStream.WriteAsync(input, cancellation).ConfigureAwait(false);
            process.StandardInput.Close();
        }
        catch (IOException)
        {
            // A program need not read what it is given.
        }
    }

    private static async Task<byte[]> Collect(Stream from, int most, CancellationTokenSource over)
    {
        var bytes = new MemoryStream();
        var buffer = new byte[8192];
        while (await from.ReadAsync(buffer, over.Token).ConfigureAwait(false) is var count and > 0)
        {
            bytes.Write(buffer, 0, count);
            if (bytes.Length > most) await over.CancelAsync().ConfigureAwait(false);
        }
        return bytes.ToArray();
    }

    private static void Kill(Process process)
    {
        try
        {
            if (!process.HasExited) process.Kill(entireProcessTree: true);
        }
        catch (Exception gone) when (gone is InvalidOperationException or Win32Exception)
        {
            // It ended at this very moment.
        }
    }
}
