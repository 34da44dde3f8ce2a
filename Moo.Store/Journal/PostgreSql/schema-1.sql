create table meta (
    key text not null primary key,
    value text not null
);
comment on table meta is 'What the server knows about the world as a whole: one row for each fact.';
comment on column meta.key is 'schema_version, sequence (the last commit), max_object and max_hidden (the highest numbers given out), server (which run of the server holds the database).';
comment on column meta.value is 'The fact, as text.';

create table object (
    id bigint not null primary key,
    name text not null,
    owner bigint not null,
    location bigint not null,
    player boolean not null,
    programmer boolean not null,
    wizard boolean not null,
    permissions text not null,
    parents json not null,
    arrival bigint not null,
    birth bigint not null,
    metadata json
) with (fillfactor = 90);
comment on table object is 'Every object of the world. Negative numbers far below are anonymous objects and WAIFs.';
comment on column object.id is 'The object''s number.';
comment on column object.name is 'Its name. U+0000 is written as U+2400 and 0, U+2400 twice.';
comment on column object.owner is 'Its owner''s number, -1 for none.';
comment on column object.location is 'Where it is, -1 for nowhere.';
comment on column object.player is 'Whether it is a player.';
comment on column object.programmer is 'Whether it is a programmer.';
comment on column object.wizard is 'Whether it is a wizard.';
comment on column object.permissions is 'Its bits: r readable, w writeable, f fertile, a fertile for anonymous children.';
comment on column object.parents is 'The numbers of its parents, first the one looked in first.';
comment on column object.arrival is 'Orders the contents of its location: the lower came first.';
comment on column object.birth is 'Orders the children of its parents: the lower came first.';
comment on column object.metadata is 'What object files and tools note about it, as a map: under "" about itself, under a property''s name about that.';

create table property (
    object bigint not null,
    name text not null,
    place integer,
    value json,
    owner bigint,
    permissions text,
    primary key (object, name)
) with (fillfactor = 90);
comment on table property is 'What objects hold of properties: one row where an object defines a property, or has a value, an owner or bits of its own.';
comment on column property.object is 'The object''s number.';
comment on column property.name is 'The property''s name, as it was defined.';
comment on column property.place is 'Its place among the properties that the object itself defines, from 1; null if an ancestor defines it.';
comment on column property.value is 'The value; null takes the parent''s. Integers, strings, lists and booleans are JSON''s own; the rest are objects: {"obj":12}, {"float":"1.5"}, {"err":"E_PERM"}, {"map":[[key,value]]} and so on.';
comment on column property.owner is 'The owner of the property here; null where it follows from the parent''s.';
comment on column property.permissions is 'Its bits: r readable, w writeable, c children own it; null where they follow from the parent''s.';

create table verb (
    object bigint not null,
    place integer not null,
    names text not null,
    owner bigint not null,
    permissions text not null,
    direct text not null,
    preposition text not null,
    indirect text not null,
    source text not null,
    metadata json,
    primary key (object, place)
);
comment on table verb is 'The verbs that objects define.';
comment on column verb.object is 'The number of the object that defines it.';
comment on column verb.place is 'Its place among the object''s verbs, from 1.';
comment on column verb.names is 'Its names, blank-separated; * marks where they may be cut short.';
comment on column verb.owner is 'Whose permissions it runs with.';
comment on column verb.permissions is 'Its bits: r readable, w writeable, x callable, d errors are raised.';
comment on column verb.direct is 'What the direct object must be: none, any or this.';
comment on column verb.preposition is 'Which preposition it wants: none, any, or the words of a group.';
comment on column verb.indirect is 'What the indirect object must be: none, any or this.';
comment on column verb.source is 'The program, as typed.';
comment on column verb.metadata is 'What object files and tools note about it, as a map.';

create table task (
    id bigint not null primary key,
    owner bigint not null,
    wake_at double precision,
    state json not null
);
comment on table task is 'The sleeping tasks.';
comment on column task.id is 'The task''s number.';
comment on column task.owner is 'Whose permissions it runs with.';
comment on column task.wake_at is 'When it wakes, in seconds since 1970; null if only resume() or input wakes it.';
comment on column task.state is 'Everything needed to go on.';

create table commit_log (
    sequence bigint not null primary key,
    time timestamptz not null,
    task bigint not null,
    player bigint not null,
    verb text not null,
    changes integer not null,
    objects json not null
);
comment on table commit_log is 'The audit trail: one row for each commit, kept for as long as the server is told to.';
comment on column commit_log.sequence is 'The commit''s number.';
comment on column commit_log.time is 'When it was made.';
comment on column commit_log.task is 'The task''s number, 0 for the server itself.';
comment on column commit_log.player is 'The player it ran for.';
comment on column commit_log.verb is 'The verb the task began in, #12:look, or what the server was doing.';
comment on column commit_log.changes is 'How many objects it changed.';
comment on column commit_log.objects is 'Their numbers; of very many, the first ones.';

create table verb_history (
    object bigint not null,
    sequence bigint not null,
    time timestamptz not null,
    player bigint not null,
    place integer not null,
    names text not null,
    source text
);
comment on table verb_history is 'Every version of every verb''s program.';
comment on column verb_history.object is 'The number of the object that defines the verb.';
comment on column verb_history.sequence is 'The commit that made this version.';
comment on column verb_history.time is 'When it was made.';
comment on column verb_history.player is 'Who made it.';
comment on column verb_history.place is 'The verb''s place among the object''s verbs then, from 1.';
comment on column verb_history.names is 'Its names then.';
comment on column verb_history.source is 'The program; null if the verb was removed.';

create index verb_history_object on verb_history (object, sequence);

create view v_object as
select o.id, o.name, o.owner, w.name as owner_name, o.location, l.name as location_name, o.parents,
       (select string_agg(p.name, ', ' order by j.place)
        from json_array_elements_text(o.parents) with ordinality j(id, place) join object p on p.id = j.id::bigint) as parent_names,
       o.player, o.programmer, o.wizard, o.permissions
from object o left join object w on w.id = o.owner left join object l on l.id = o.location;
comment on view v_object is 'Objects with the names of what they refer to.';
comment on column v_object.id is 'The object''s number.';
comment on column v_object.name is 'Its name.';
comment on column v_object.owner is 'Its owner''s number.';
comment on column v_object.owner_name is 'Its owner''s name.';
comment on column v_object.location is 'The number of where it is.';
comment on column v_object.location_name is 'The name of where it is.';
comment on column v_object.parents is 'Its parents'' numbers.';
comment on column v_object.parent_names is 'Its parents'' names.';
comment on column v_object.player is 'Whether it is a player.';
comment on column v_object.programmer is 'Whether it is a programmer.';
comment on column v_object.wizard is 'Whether it is a wizard.';
comment on column v_object.permissions is 'Its bits r, w, f and a.';

create view v_property as
select p.object, o.name as object_name, p.name, p.place is not null as defined_here, p.value is null as clear, p.value,
       coalesce(p.owner, o.owner) as owner, p.permissions
from property p join object o on o.id = p.object;
comment on view v_property is 'Properties with the names of the objects that hold them.';
comment on column v_property.object is 'The object''s number.';
comment on column v_property.object_name is 'The object''s name.';
comment on column v_property.name is 'The property''s name.';
comment on column v_property.defined_here is 'Whether the object itself defines it.';
comment on column v_property.clear is 'Whether the value is the parent''s.';
comment on column v_property.value is 'The value; null if it is the parent''s.';
comment on column v_property.owner is 'The owner written down here, else the object''s.';
comment on column v_property.permissions is 'Its bits r, w and c; null where they are the parent''s.';

create view v_verb as
select v.object, o.name as object_name, v.place, v.names, v.owner, w.name as owner_name, v.permissions,
       v.direct || ' ' || v.preposition || ' ' || v.indirect as arguments,
       case v.source when '' then 0 else length(v.source) - length(replace(v.source, chr(10), '')) + 1 end as lines, v.source
from verb v join object o on o.id = v.object left join object w on w.id = v.owner;
comment on view v_verb is 'Verbs with the names of the objects that define them.';
comment on column v_verb.object is 'The number of the object that defines it.';
comment on column v_verb.object_name is 'That object''s name.';
comment on column v_verb.place is 'Its place among the object''s verbs, from 1.';
comment on column v_verb.names is 'Its names.';
comment on column v_verb.owner is 'The number of whose permissions it runs with.';
comment on column v_verb.owner_name is 'The name of whose permissions it runs with.';
comment on column v_verb.permissions is 'Its bits r, w, x and d.';
comment on column v_verb.arguments is 'The command lines it answers to: direct object, preposition, indirect object.';
comment on column v_verb.lines is 'The number of lines of its program.';
comment on column v_verb.source is 'The program.';
