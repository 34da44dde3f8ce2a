using System.Collections.Concurrent;
using Moo.Store.Journal;
using Moo.Store.Values;
using Moo.Store.Worlds;

namespace Moo.Store.Tests.Journal;

public sealed class JournalQueueTests : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);
    private static readonly JournalAwayException Away = new("the connection is lost");

    private readonly FakeJournal _journal = new();
    private readonly ManualTime _time = new();
    private readonly ConcurrentQueue<string> _out = new();
    private readonly ConcurrentQueue<string> _events = new();
    private readonly JournalQueue _queue;
    private Action<string>? _onSay;
    private long _sequence;

    public JournalQueueTests()
    {
        var options = new JournalOptions { MostCommitsPerBatch = 100, MostWaitingCommits = 10 };
        _queue = new JournalQueue(_journal, 0, Sink, options, _time)
        {
            OnAway = reason => _events.Enqueue("away: " + reason),
            OnBack = () => _events.Enqueue("back"),
            OnFailed = problem => _events.Enqueue("failed: " + problem.Message),
        };
        _queue.Start();
    }

    private sealed record Say(string Text) : Effect;

    private void Sink(long sequence, IReadOnlyList<Effect> effects)
    {
        Assert.NotEmpty(effects);
        Assert.True(sequence <= _queue.DurableSequence);
        foreach (var effect in effects.Cast<Say>())
        {
            _out.Enqueue(effect.Text);
            _onSay?.Invoke(effect.Text);
        }
    }

    private void Commit(string? text = null, params TaskChange[] tasks)
    {
        _sequence++;
        Effect[] effects = text is null ? [] : [new Say(text)];
        _queue.Append(new Commit(new Snapshot { Sequence = _sequence }, RunningWorld.Cause, [], tasks, effects));
    }

    // Forks that are to run at once, so many that a batch waits for their ends.
    private void CommitForks() =>
        Commit("forked", [.. Enumerable.Range(1, 500).Select(id => new TaskChange(id, new TestTask(id, ObjectId.System, 1, "{}")) { IsNew = true })]);

    private Task Flush() => _queue.Flush().WaitAsync(Patience, TestContext.Current.CancellationToken);

    private Task<bool> WriteBegins() => _journal.Began.WaitAsync(Patience, TestContext.Current.CancellationToken);

    public void Dispose()
    {
        _journal.Gate.Set();
        _queue.Dispose();
    }

    [Fact]
    public async Task A_lone_commit_is_written_at_once_and_then_its_effects_go_out()
    {
        _journal.Gate.Reset();
        Commit("hello");
        await WriteBegins();
        Assert.Empty(_out);
        Assert.Equal((0, 1), (_queue.DurableSequence, _queue.QueueLength));

        _journal.Gate.Set();
        await Flush();

        Assert.Equal(["hello"], _out);
        Assert.Equal((1, 0), (_queue.DurableSequence, _queue.QueueLength));
    }

    [Fact]
    public async Task Many_forks_that_run_at_once_wait_for_their_ends_and_are_written_with_them()
    {
        CommitForks();
        for (var id = 1; id <= 50; id++) Commit(null, [.. Enumerable.Range(10 * id - 9, 10).Select(ended => new TaskChange(ended, null))]);

        await Flush();

        Assert.Equal([(1, 51)], _journal.Written);
        Assert.Equal(["forked"], _out);
    }

    [Fact]
    public async Task Forks_that_do_not_end_are_not_waited_for_long()
    {
        CommitForks();
        await Task.Delay(TimeSpan.FromMilliseconds(20), TestContext.Current.CancellationToken);
        Assert.Empty(_out);

        _time.Advance(TimeSpan.FromMilliseconds(20));
        await Flush();

        Assert.Equal([(1, 1)], _journal.Written);
        Assert.Equal(["forked"], _out);
    }

    [Fact]
    public async Task Forks_are_not_waited_for_when_the_server_ends()
    {
        CommitForks();

        Assert.True(await Task.Run(() => _queue.Stop(Patience), TestContext.Current.CancellationToken));

        Assert.Equal([(1, 1)], _journal.Written);
    }

    [Fact]
    public async Task What_comes_while_a_batch_is_written_makes_the_next_batch()
    {
        _journal.Gate.Reset();
        Commit("1");
        await WriteBegins();
        for (var i = 2; i <= 8; i++) Commit($"{i}");

        _journal.Gate.Set();
        await Flush();

        Assert.Equal([(1, 1), (2, 8)], _journal.Written);
        Assert.Equal(["1", "2", "3", "4", "5", "6", "7", "8"], _out);
        Assert.Equal((8, 2, 7), (_queue.Counters.Commits, _queue.Counters.Batches, _queue.Counters.LargestBatch));
    }

    [Theory]
    [InlineData(8)]
    [InlineData(3)]
    public async Task Those_who_were_answered_may_commit_again_before_the_next_batch_begins_but_do_not_hold_it_up(int back)
    {
        _journal.Gate.Reset();
        Commit();
        await WriteBegins();
        for (var i = 2; i <= 9; i++) Commit();
        _journal.Then(_ => null).Then(_ =>
        {
            Commit(); // by somebody who was not waiting
            _time.Advance(TimeSpan.FromMinutes(1));
            return null;
        });
        _journal.Gate.Set();
        await _queue.WhenDurable(9).WaitAsync(Patience, TestContext.Current.CancellationToken);

        for (var i = 0; i < back; i++) Commit();
        var flush = Flush();
        while (!flush.IsCompleted)
        {
            await Task.Delay(1, TestContext.Current.CancellationToken);
            _time.Advance(TimeSpan.FromMilliseconds(1));
        }
        await flush;

        Assert.Equal([(1, 1), (2, 9), (10, 10 + back)], _journal.Written);
    }

    [Fact]
    public async Task A_batch_has_a_bound()
    {
        _journal.Gate.Reset();
        Commit();
        await WriteBegins();
        for (var i = 0; i < 250; i++) Commit();

        _journal.Gate.Set();
        await Flush();

        Assert.Equal([(1, 1), (2, 101), (102, 201), (202, 251)], _journal.Written);
    }

    [Fact]
    public async Task A_slice_that_changed_nothing_speaks_at_once_when_its_world_is_durable()
    {
        Commit("changed");
        await Flush();

        _queue.Release(1, [new Say("read")]);

        Assert.Equal(["changed", "read"], _out);
    }

    [Fact]
    public async Task A_slice_that_changed_nothing_waits_for_the_world_it_read_and_speaks_before_the_next_commit()
    {
        _journal.Gate.Reset();
        Commit("1");
        Commit("2");
        _queue.Release(1, [new Say("after 1")]);
        Commit("3");
        _queue.Release(3, [new Say("after 3")]);
        _queue.Release(1, [new Say("after 1 too")]);
        _queue.Release(0, [new Say("at once")]);
        Assert.Equal(["at once"], _out);

        _journal.Gate.Set();
        await Flush();

        Assert.Equal(["at once", "1", "after 1", "after 1 too", "2", "3", "after 3"], _out);
    }

    [Fact]
    public async Task A_slice_that_read_a_durable_world_waits_while_that_worlds_effects_are_on_their_way()
    {
        _journal.Gate.Reset();
        Commit("0");
        await WriteBegins();
        _onSay = text =>
        {
            if (text == "1") _queue.Release(3, [new Say("after 2")]); // 1 and 2 are one batch: both are durable by now
        };
        Commit("1");
        Commit("2");

        _journal.Gate.Set();
        await Flush();

        Assert.Equal(["0", "1", "2", "after 2"], _out);
    }

    [Fact]
    public async Task While_the_database_is_away_nothing_is_let_out_and_players_are_told_once()
    {
        _journal.ThenFail(Away).ThenFail(Away).ReconnectFails(Away).ReconnectFails(Away).ReconnectFails(Away);
        Commit("1");
        _queue.Release(1, [new Say("after 1")]);
        for (var attempt = 0; attempt < 4; attempt++)
        {
            var wait = await _time.NextTimer();
            Assert.True(_queue.IsAway);
            Assert.Empty(_out);
            Commit($"while away {attempt}");
            _time.Advance(wait);
        }

        await Flush();

        Assert.Equal(["1", "after 1", "while away 0", "while away 1", "while away 2", "while away 3"], _out);
        Assert.Equal(["away: the connection is lost", "back"], _events);
        Assert.Equal([(1, 1), (2, 5)], _journal.Written);
        Assert.Equal(1, _queue.Counters.Outages);
        Assert.False(_queue.IsAway);
    }

    [Fact]
    public async Task A_connection_that_can_be_made_again_at_once_is_nobodys_business()
    {
        _journal.ThenFail(Away);
        Commit("1");

        await Flush();

        Assert.Equal(["1"], _out);
        Assert.Empty(_events);
        Assert.Equal((2, 1, 0), (_journal.Attempts, _queue.Counters.LostConnections, _queue.Counters.Outages));
    }

    [Fact]
    public async Task Attempts_to_come_back_grow_apart_up_to_a_bound()
    {
        _journal.ThenFail(Away);
        for (var i = 0; i < 9; i++) _journal.ReconnectFails(Away);
        Commit();
        var waits = new List<double>();
        for (var i = 0; i < 9; i++)
        {
            var wait = await _time.NextTimer();
            waits.Add(wait.TotalMilliseconds);
            _time.Advance(wait);
        }

        await Flush();

        Assert.Equal([100, 200, 400, 800, 1600, 3200, 5000, 5000, 5000], waits);
    }

    [Fact]
    public async Task A_batch_that_was_written_though_the_connection_died_is_not_written_twice()
    {
        _journal.Then(batch =>
        {
            _journal.Accept(batch);
            return Away;
        });
        Commit("1");

        await Flush();

        Assert.Equal(1, _journal.Attempts);
        Assert.Equal([(1, 1)], _journal.Written);
        Assert.Equal(["1"], _out);
    }

    [Fact]
    public async Task A_database_that_comes_back_with_another_world_is_not_written_to()
    {
        Commit();
        await Flush();
        _journal.Then(_ =>
        {
            _journal.Held = 0; // put back from a backup
            return Away;
        });
        Commit("2");
        var durable = _queue.WhenDurable(2);

        var problem = await Assert.ThrowsAsync<JournalException>(() => durable.WaitAsync(Patience, TestContext.Current.CancellationToken));

        Assert.Contains("came back with commit 0", problem.Message, StringComparison.Ordinal);
        Assert.Equal(2, _journal.Attempts);
        Assert.Empty(_out);
        Assert.NotNull(_queue.Failure);
    }

    [Theory, InlineData(true), InlineData(false)]
    public async Task After_an_error_that_waiting_does_not_mend_everything_is_refused(bool isKnown)
    {
        _journal.ThenFail(isKnown ? new JournalException("The disk is full.") : new InvalidOperationException("a bug"));
        _journal.Gate.Reset();
        Commit("1");
        await WriteBegins();
        Commit("2");
        var durable = _queue.WhenDurable(2);
        _journal.Gate.Set();

        await Assert.ThrowsAsync<JournalException>(() => durable.WaitAsync(Patience, TestContext.Current.CancellationToken));
        var refusal = Assert.Throws<JournalException>(() => Commit("3"));
        _queue.Release(1, [new Say("after 1")]);

        Assert.Contains(isKnown ? "The disk is full." : "a bug", refusal.Message, StringComparison.Ordinal);
        Assert.Empty(_out);
        Assert.StartsWith("failed: ", Assert.Single(_events), StringComparison.Ordinal);
        await Assert.ThrowsAsync<JournalException>(() => _queue.Flush());
        Assert.Equal(0, _queue.DurableSequence);
    }

    [Fact]
    public async Task With_too_much_waiting_it_asks_to_hold_commands_back_until_half_of_it_is_gone()
    {
        _journal.Gate.Reset();
        Commit();
        await WriteBegins();
        for (var i = 0; i < 9; i++) Commit();
        Assert.True(_queue.IsOverloaded);
        var room = _queue.WhenRoom();
        Assert.False(room.IsCompleted);

        _journal.Gate.Set();
        await room.WaitAsync(Patience, TestContext.Current.CancellationToken);

        await Flush();
        Assert.False(_queue.IsOverloaded);
        Assert.True(_queue.WhenRoom().IsCompleted);
    }

    [Fact]
    public async Task Stopping_writes_what_waits_and_takes_no_more()
    {
        _journal.Gate.Reset();
        Commit("1");
        await WriteBegins();
        Commit("2");
        var stopped = Task.Run(() => _queue.Stop(Patience), TestContext.Current.CancellationToken);
        _journal.Gate.Set();

        Assert.True(await stopped);

        Assert.Equal(["1", "2"], _out);
        Assert.Throws<JournalException>(() => Commit("3"));
        Assert.Equal(2, _journal.Held);
        _queue.Dispose();
        Assert.True(_journal.IsDisposed);
    }

    [Fact]
    public async Task Stopping_gives_up_on_a_database_that_is_away()
    {
        _journal.ThenFail(Away).ReconnectFails(Away);
        Commit("1");
        var durable = _queue.WhenDurable(1);
        await _time.NextTimer();

        Assert.False(_queue.Stop(TimeSpan.FromMilliseconds(50)));

        await Assert.ThrowsAsync<JournalException>(() => durable.WaitAsync(Patience, TestContext.Current.CancellationToken));
        Assert.Empty(_out);
        Assert.Contains("nobody has seen their effects", _queue.Failure!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_commit_log_is_pruned_now_and_then()
    {
        var start = _time.GetUtcNow();
        Commit();
        await Flush();
        Commit();
        await Flush();
        _time.Advance(TimeSpan.FromMinutes(11));
        Commit();
        await Flush();
        _queue.Stop(Patience);

        Assert.Equal([start.AddDays(-30), start.AddDays(-30).AddMinutes(11)], _journal.Pruned);
    }

    [Fact]
    public void A_journal_that_was_never_started_can_be_disposed_of()
    {
        var journal = new FakeJournal();

        new JournalQueue(journal, 0, Sink).Dispose();

        Assert.True(journal.IsDisposed);
    }
}
