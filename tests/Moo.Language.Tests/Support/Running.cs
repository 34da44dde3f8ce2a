using Moo.Language.Compilation;
using Moo.Language.Execution;
using Moo.Language.Scheduling;
using Moo.Store.Values;

namespace Moo.Language.Tests.Support;

/// <summary>A program that runs beside others.</summary>
internal sealed class Running : IDisposable
{
    private readonly ManualResetEventSlim _over = new();
    private TaskEnd _end;

    private Running(long id) => Id = id;

    /// <summary>The task's number.</summary>
    public long Id { get; }

    /// <summary>Starts a program.</summary>
    public static Running Start(TestMoo moo, string program, ObjectId? player = null) => Start(moo, program, moo.Runtime.Scheduler.MakeReady, player);

    /// <summary>Compiles a program and hands the slice that it begins with over.</summary>
    public static Running Start(TestMoo moo, string program, Action<Slice> take, ObjectId? player = null)
    {
        var compiled = ProgramCompiler.Compile(program, moo.Runtime.Builtins);
        Assert.True(compiled.Program is not null, string.Join('\n', compiled.ErrorLines()));
        var who = player ?? TestMoo.Wizard;
        var task = new MooTask(moo.Runtime, moo.Runtime.Scheduler.NewTaskId(), who);
        var running = new Running(task.Id);
        moo.Runtime.Scheduler.Watch(task.Id, end =>
        {
            running._end = end;
            running._over.Set();
        });
        take(new Slice(task, new EvalStart(compiled.Program!, who), isForeground: true, ended: null));
        return running;
    }

    /// <summary>Waits until it is over for good.</summary>
    public TaskEnd Wait()
    {
        Assert.True(_over.Wait(TimeSpan.FromSeconds(60)), "the program did not end");
        return _end;
    }

    public void Dispose() => _over.Dispose();
}
