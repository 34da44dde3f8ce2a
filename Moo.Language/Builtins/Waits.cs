using Moo.Language.Execution;
using Moo.Store.Values;

namespace Moo.Language.Builtins;

/// <summary>Makes tasks wait for work that is done off the workers.</summary>
internal static class Waits
{
    /// <summary>Commits what the task has done, does some work elsewhere, and goes on with what it gives; an error is raised.</summary>
    /// <param name="task">The task.</param>
    /// <param name="name">What it waits for: the function.</param>
    /// <param name="work">The work. It runs exactly once, also if the slice before it had to be repeated.</param>
    public static TaskStep ForOutside(MooTask task, string name, Func<CancellationToken, Task<Value>> work)
    {
        if (!task.Runtime.Scheduler.MayQueue(task, task.Programmer))
            return TaskStep.Of(task.RaiseHere(ErrorCode.E_QUOTA, "{0} has as many tasks waiting as an owner may have", Value.Obj(task.Programmer)));
        task.Wait = new TaskWait.Outside(work, name);
        return TaskStep.Stopped;
    }
}
