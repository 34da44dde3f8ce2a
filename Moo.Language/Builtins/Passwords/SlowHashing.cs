using Moo.Language.Execution;
using Moo.Store.Values;

namespace Moo.Language.Builtins.Passwords;

/// <summary>Hashing that takes long on purpose: off the workers, and only so much of it at once.</summary>
/// <remarks>
/// A task that hashes waits like one that sleeps; what it did so far is committed. The limit is for the whole process, since it is the
/// host's memory and processors that are short.
/// </remarks>
internal static class SlowHashing
{
    private static readonly SemaphoreSlim Places = new(2 * Environment.ProcessorCount);

    /// <summary>Makes the task wait for a hash. An error value as the result is raised where the task waits.</summary>
    /// <param name="task">The task.</param>
    /// <param name="function">The builtin function's name.</param>
    /// <param name="hash">Makes the hash; runs on another thread and must not touch the task.</param>
    public static TaskStep Wait(MooTask task, string function, Func<Value> hash)
    {
        if (!task.Runtime.Scheduler.MayQueue(task, task.Programmer))
            return TaskStep.Of(task.RaiseHere(ErrorCode.E_QUOTA, "{0} has as many tasks waiting as an owner may have", Value.Obj(task.Programmer)));
        task.Wait = new TaskWait.Outside(stopping => RunAsync(hash, stopping), function);
        return TaskStep.Stopped;
    }

    private static async Task<Value> RunAsync(Func<Value> hash, CancellationToken stopping)
    {
        await Places.WaitAsync(stopping).ConfigureAwait(false);
        try
        {
            return await Task.Run(hash, stopping).ConfigureAwait(false);
        }
        catch (OutOfMemoryException)
        {
            return Value.Err(ErrorCode.E_QUOTA);
        }
        finally
        {
            Places.Release();
        }
    }
}
