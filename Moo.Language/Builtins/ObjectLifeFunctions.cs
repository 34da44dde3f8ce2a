using Moo.Language.Execution;
using Moo.Store.Values;
using Moo.Store.Worlds;

namespace Moo.Language.Builtins;

/// <summary>Making, unmaking and moving objects: the functions that call verbs on the way.</summary>
internal static class ObjectLifeFunctions
{
    /// <summary>Makes an object and calls its <c>:initialize</c>.</summary>
    /// <remarks>
    /// The parent must be fertile or yours; several parents come as a list, <c>#-1</c> for none. Wizards may name another owner, and with
    /// <c>#-1</c> as owner the object owns itself. A true third argument makes an anonymous object, which lives as long as something
    /// refers to it, and does not count towards the owner's quota. A list is passed to <c>:initialize</c>.
    /// </remarks>
    /// <example>typeof(create(#1)) == OBJ => 1</example>
    /// <exception cref="MooError">
    /// E_INVARG for a parent that does not exist, or if two have a property of one name; E_PERM for one that is not fertile, or another owner; E_QUOTA if the
    /// owner's quota is used up.
    /// </exception>
    [Builtin("create")]
    public static TaskStep Create(MooTask task, Value parents, params ReadOnlySpan<Value> options)
    {
        if (!TryParents(task, parents, out var ids, out var failed)) return TaskStep.Of(failed);
        if (!TryOptions(task, options, out var owner, out var isAnonymous, out var arguments, out failed)) return TaskStep.Of(failed);
        if (!task.IsWizardly && owner is { } other && other != task.Programmer)
            return TaskStep.Of(Permissions.Denied(task, "{1} is no wizard and cannot make objects for {0}", Value.Obj(other)));
        foreach (var id in ids)
        {
            var parent = task.Transaction.Open(id);
            if (!Permissions.Allows(task, parent, isAnonymous ? ObjectFlags.AnonymousFertile : ObjectFlags.Fertile))
                return TaskStep.Of(Permissions.Denied(task, "{0} is not fertile: only its owner may make children of it", Value.Obj(id)));
        }
        if (Structure.HasClash(task.Transaction, ids))
            return TaskStep.Of(task.RaiseHere(ErrorCode.E_INVARG, "two of the parents have a property of one name"));
        var whose = owner ?? task.Programmer;
        if (!isAnonymous && Quotas.Take(task, whose) is { IsFailure: true } quota) return TaskStep.Of(quota);
        var made = isAnonymous ? Structure.CreateHidden(task.Transaction, ids, whose)
            : Structure.Create(task.Transaction, ids, whose == ObjectId.Nothing ? null : whose);
        var value = isAnonymous ? Value.Of(new MooAnonymous(made.Id)) : Value.Obj(made.Id);
        return Calls.Verb(task, new NativeCall("create", 0, value), value, "initialize", arguments) ?? TaskStep.Of(value);
    }

    /// <summary>Returns the object, when its <c>:initialize</c> has returned.</summary>
    [Continuation("create")]
    public static TaskStep AfterInitialize(MooTask task, NativeCall call, Value result) => TaskStep.Of(call.State[0]);

    /// <summary>Makes an object under a number that was given out once and is free again, and calls its <c>:initialize</c>.</summary>
    /// <example>a = create(#1); b = create(#1); recycle(a); return recreate(a, #1) == a; => 1</example>
    /// <exception cref="MooError">
    /// E_INVARG for a number that was never given out or is in use, or a parent that does not exist; E_PERM for one that is not fertile, or another
    /// owner; E_QUOTA if the owner's quota is used up.
    /// </exception>
    [Builtin("recreate")]
    public static TaskStep Recreate(MooTask task, ObjectId old, ObjectId parent, ObjectId? owner = null)
    {
        if (old.Number <= 0 || old.Number > task.Transaction.ReadMaxObject() || task.Transaction.IsValid(old))
            return TaskStep.Of(task.RaiseHere(ErrorCode.E_INVARG, "{0} is not a number that is free again", Value.Obj(old)));
        if (!TryParents(task, Value.Obj(parent), out var ids, out var failed)) return TaskStep.Of(failed);
        // As in ToastStunt, an owner that does not exist counts as none given.
        var whose = owner is { } given && task.Transaction.IsValid(given) ? given : task.Programmer;
        if (!task.IsWizardly && whose != task.Programmer)
            return TaskStep.Of(Permissions.Denied(task, "{1} is no wizard and cannot make objects for {0}", Value.Obj(whose)));
        if (ids.Length > 0 && !Permissions.Allows(task, task.Transaction.Open(parent), ObjectFlags.Fertile))
            return TaskStep.Of(Permissions.Denied(task, "{0} is not fertile: only its owner may make children of it", Value.Obj(parent)));
        if (Quotas.Take(task, whose) is { IsFailure: true } quota) return TaskStep.Of(quota);
        var value = Value.Obj(Structure.CreateAt(task.Transaction, old, ids, whose).Id);
        return Calls.Verb(task, new NativeCall("create", 0, value), value, "initialize", MooList.Empty) ?? TaskStep.Of(value);
    }

    // What LambdaMOO's object numbers could be at most.
    private const long HighestNumber = int.MaxValue;

    /// <summary>Makes an object under a number of your choice, and calls its <c>:initialize</c> (mooR).</summary>
    /// <remarks>Owner and arguments as in <c>create()</c>. Numbers up to it count as given out.</remarks>
    /// <example>o = create_at(toobj(toint(max_object()) + 5), #1); return {o == max_object(), parent(o)}; => {1, #1}</example>
    /// <exception cref="MooError">
    /// E_PERM unless the programmer is a wizard, and if there is an object of this number; E_INVARG for a number that can be none, a parent that does not
    /// exist, or if two have a property of one name; E_QUOTA if the owner's quota is used up.
    /// </exception>
    [Builtin("create_at")]
    public static TaskStep CreateAt(MooTask task, ObjectId number, Value parents, params ReadOnlySpan<Value> options)
    {
        if (!task.IsWizardly) return TaskStep.Of(Permissions.WizardsOnly(task, "create_at"));
        if (!TryParents(task, parents, out var ids, out var failed)) return TaskStep.Of(failed);
        if (!TryOptions(task, options, out var owner, out var isAnonymous, out var arguments, out failed)) return TaskStep.Of(failed);
        if (isAnonymous || number.Number is < 0 or > HighestNumber)
            return TaskStep.Of(task.RaiseHere(ErrorCode.E_INVARG, "{0} cannot be an object's number, or the object cannot be anonymous", Value.Obj(number)));
        if (task.Transaction.IsValid(number)) return TaskStep.Of(Permissions.Denied(task, "there is an object {0} already", Value.Obj(number)));
        if (Structure.HasClash(task.Transaction, ids))
            return TaskStep.Of(task.RaiseHere(ErrorCode.E_INVARG, "two of the parents have a property of one name"));
        var whose = owner ?? task.Programmer;
        if (Quotas.Take(task, whose) is { IsFailure: true } quota) return TaskStep.Of(quota);
        var value = Value.Obj(Structure.CreateAt(task.Transaction, number, ids, whose == ObjectId.Nothing ? null : whose).Id);
        return Calls.Verb(task, new NativeCall("create", 0, value), value, "initialize", arguments) ?? TaskStep.Of(value);
    }

    private static bool TryParents(MooTask task, Value parents, out ObjectId[] ids, out Value failed)
    {
        ids = [];
        failed = default;
        var list = parents.TryList(out var several) ? several : MooList.Of(parents);
        if (list.Count == 1 && list[0].TryObj(out var only) && only == ObjectId.Nothing) return true;
        ids = new ObjectId[list.Count];
        for (var i = 0; i < ids.Length; i++)
        {
            if (!list[i].TryObj(out ids[i]))
            {
                failed = task.RaiseHere(ErrorCode.E_TYPE, "a parent is an object, not {0}", Value.Str(Kinds.Describe(list[i])));
                return false;
            }
            if (task.Transaction.IsValid(ids[i]) && Array.IndexOf(ids, ids[i]) == i) continue;
            failed = task.RaiseHere(ErrorCode.E_INVARG, "{0} is no object that can be a parent here", list[i]);
            return false;
        }
        return true;
    }

    // [owner] [, anonymous] [, arguments]: each may be left out, and they are told apart by their kinds (ToastStunt).
    private static bool TryOptions(MooTask task, ReadOnlySpan<Value> options, out ObjectId? owner, out bool isAnonymous, out MooList arguments, out Value failed)
    {
        (owner, isAnonymous, arguments, failed) = (null, false, MooList.Empty, default);
        var stage = 0;
        foreach (var option in options)
        {
            if (option.TryObj(out var id) && stage < 1)
            {
                (owner, stage) = (id, 1);
            }
            else if ((option.IsInt || option.IsBool) && stage < 2)
            {
                (isAnonymous, stage) = (option.IsTrue, 2);
            }
            else if (option.TryList(out var list) && stage < 3)
            {
                (arguments, stage) = (list, 3);
            }
            else
            {
                failed = task.RaiseHere(ErrorCode.E_TYPE, "create() takes an owner, a truth and a list behind the parents, not {0}", Value.Str(Kinds.Describe(option)));
                return false;
            }
        }
        return true;
    }

    /// <summary>Unmakes an object, after calling its <c>:recycle</c>.</summary>
    /// <remarks>Its contents go to <c>#-1</c> (its <c>:exitfunc</c> is told of each), its children become its parent's.</remarks>
    /// <example>o = create(#1); recycle(o); return valid(o); => 0</example>
    /// <exception cref="MooError">E_INVARG if there is no such object; E_PERM unless it is yours or you are a wizard.</exception>
    [Builtin("recycle")]
    public static TaskStep Recycle(MooTask task, Value target)
    {
        if (Permissions.Object(task, target) is not { } draft) return TaskStep.Of(Permissions.NoObject(task, target));
        if (!Permissions.Controls(task, draft)) return TaskStep.Of(Permissions.Denied(task, "{0} is not yours to recycle", target));
        var call = new NativeCall("recycle", 0, target);
        return Calls.Verb(task, call, target, "recycle", MooList.Empty) ?? GoOnRecycling(task, call, isPushed: false);
    }

    /// <summary>Goes on recycling when a verb it called has returned.</summary>
    [Continuation("recycle")]
    public static TaskStep AfterRecycleVerb(MooTask task, NativeCall call, Value result) => GoOnRecycling(task, call, isPushed: true);

    private static TaskStep GoOnRecycling(MooTask task, NativeCall call, bool isPushed)
    {
        // Each verb called may have done anything, so the object is looked at anew every time.
        while (Permissions.Object(task, call.State[0]) is { } draft)
        {
            ObjectId leaving, from;
            if (draft.Contents.Count > 0)
            {
                (leaving, from) = (draft.Contents.First(), draft.Id);
            }
            else if (draft.Location != ObjectId.Nothing)
            {
                (leaving, from) = (draft.Id, draft.Location);
            }
            else
            {
                if (!HiddenIds.IsHidden(draft.Id)) Quotas.Give(task, draft.Owner);
                Structure.Recycle(task.Transaction, draft);
                break;
            }
            Structure.Move(task.Transaction, task.Transaction.Open(leaving), ObjectId.Nothing);
            var step = Calls.Verb(task, isPushed ? null : call, Value.Obj(from), "exitfunc", Value.Obj(leaving));
            if (step is { } entered) return entered;
        }
        return TaskStep.Of(Value.Int(0));
    }

    /// <summary>Puts an object into another one, or nowhere (<c>#-1</c>).</summary>
    /// <remarks>
    /// The destination's <c>:accept</c> is asked (wizards are obeyed whatever it says); then the old place's <c>:exitfunc</c> and the new
    /// one's <c>:enterfunc</c> are called. A positive <paramref name="position"/> puts the object at that place of the contents.
    /// </remarks>
    /// <example>o = create(#1); move(o, player); return o.location == player; => 1</example>
    /// <exception cref="MooError">
    /// E_INVARG for an object that does not exist; E_PERM unless <paramref name="what"/> is yours; E_NACC if the destination refuses;
    /// E_RECMOVE for a move into itself.
    /// </exception>
    [Builtin("move")]
    public static TaskStep Move(MooTask task, ObjectId what, ObjectId where, long position = 0)
    {
        if (task.Transaction.Find(what) is not { } draft) return TaskStep.Of(Permissions.NoObject(task, Value.Obj(what)));
        if (where != ObjectId.Nothing && !task.Transaction.IsValid(where)) return TaskStep.Of(Permissions.NoObject(task, Value.Obj(where)));
        if (!Permissions.Controls(task, draft)) return TaskStep.Of(Permissions.Denied(task, "{0} is not yours to move", Value.Obj(what)));
        var call = new NativeCall("move", AfterAccept, Value.Obj(what), Value.Obj(where), Value.Int(position));
        if (where == ObjectId.Nothing) return Relocate(task, call, isPushed: false);
        if (Calls.Verb(task, call, Value.Obj(where), "accept", Value.Obj(what)) is { } asked) return asked;
        return task.IsWizardly ? Relocate(task, call, isPushed: false) : TaskStep.Of(Refused(task, call));
    }

    private const int AfterAccept = 1;
    private const int AfterExit = 2;
    private const int AfterEnter = 3;

    /// <summary>Goes on moving when a verb it called has returned.</summary>
    [Continuation("move")]
    public static TaskStep AfterMoveVerb(MooTask task, NativeCall call, Value result) => call.Stage switch
    {
        AfterAccept when !result.IsTrue && !task.IsWizardly => TaskStep.Of(Refused(task, call)),
        AfterAccept => Relocate(task, call, isPushed: true),
        AfterExit => Arrive(task, call, isPushed: true),
        _ => TaskStep.Of(Value.Int(0)),
    };

    private static Value Refused(MooTask task, NativeCall call) => task.RaiseHere(ErrorCode.E_NACC, "{1} does not accept {0}", call.State[0], call.State[1]);

    private static TaskStep Relocate(MooTask task, NativeCall call, bool isPushed)
    {
        var (what, where) = (call.State[0].AsObj, call.State[1].AsObj);
        if (task.Transaction.Find(what) is not { } draft || where != ObjectId.Nothing && !task.Transaction.IsValid(where))
            return TaskStep.Of(Permissions.NoObject(task, call.State[task.Transaction.IsValid(what) ? 1 : 0]));
        for (var place = where; task.Transaction.Find(place) is { } inside; place = inside.Location)
            if (place == what) return TaskStep.Of(task.RaiseHere(ErrorCode.E_RECMOVE, "{0} cannot be moved into itself: {1} is inside it", call.State[0], call.State[1]));
        var from = draft.Location;
        if (from == where && call.State[2].AsInt <= 0) return TaskStep.Of(Value.Int(0));
        Structure.Move(task.Transaction, draft, where, (int)Math.Clamp(call.State[2].AsInt, 0, int.MaxValue));
        call.Stage = AfterExit;
        if (!task.Transaction.IsValid(from)) return Arrive(task, call, isPushed);
        return Calls.Verb(task, isPushed ? null : call, Value.Obj(from), "exitfunc", call.State[0]) ?? Arrive(task, call, isPushed);
    }

    private static TaskStep Arrive(MooTask task, NativeCall call, bool isPushed)
    {
        var (what, where) = (call.State[0].AsObj, call.State[1].AsObj);
        call.Stage = AfterEnter;
        // Only if it is still there: the exitfunc may have moved it on.
        var isThere = task.Transaction.Find(what) is { } draft && draft.Location == where && task.Transaction.IsValid(where);
        var step = isThere ? Calls.Verb(task, isPushed ? null : call, Value.Obj(where), "enterfunc", call.State[0]) : null;
        return step ?? TaskStep.Of(Value.Int(0));
    }
}
