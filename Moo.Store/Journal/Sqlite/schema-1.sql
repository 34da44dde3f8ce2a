create table meta (
    key text not null primary key,
    value text not null
) without rowid;

create table object (
    id integer not null primary key,
    name text not null,
    owner integer not null,
    location integer not null,
    player boolean not null,
    programmer boolean not null,
    wizard boolean not null,
    permissions text not null,
    parents text not null,
    arrival integer not null,
    birth integer not null,
    metadata text
);

create table property (
    object integer not null,
    name text not null,
    place integer,
    value text,
    owner integer,
    permissions text,
    primary key (object, name)
) without rowid;

create table verb (
    object integer not null,
    place integer not null,
    names text not null,
    owner integer not null,
    permissions text not null,
    direct text not null,
    preposition text not null,
    indirect text not null,
    source text not null,
    metadata text,
    primary key (object, place)
) without rowid;

create table task (
    id integer not null primary key,
    owner integer not null,
    wake_at real,
    state text not null
);

create table commit_log (
    sequence integer not null primary key,
    time text not null,
    task integer not null,
    player integer not null,
    verb text not null,
    changes integer not null,
    objects text not null
);

create table verb_history (
    object integer not null,
    sequence integer not null,
    time text not null,
    player integer not null,
    place integer not null,
    names text not null,
    source text
);

create index verb_history_object on verb_history (object, sequence);

create view v_object as
select o.id, o.name, o.owner, w.name as owner_name, o.location, l.name as location_name, o.parents,
       (select group_concat(p.name, ', ') from json_each(o.parents) j join object p on p.id = j.value) as parent_names,
       o.player, o.programmer, o.wizard, o.permissions
from object o left join object w on w.id = o.owner left join object l on l.id = o.location;

create view v_property as
select p.object, o.name as object_name, p.name, p.place is not null as defined_here, p.value is null as clear, p.value,
       coalesce(p.owner, o.owner) as owner, p.permissions
from property p join object o on o.id = p.object;

create view v_verb as
select v.object, o.name as object_name, v.place, v.names, v.owner, w.name as owner_name, v.permissions,
       v.direct || ' ' || v.preposition || ' ' || v.indirect as arguments,
       length(v.source) - length(replace(v.source, char(10), '')) + (v.source <> '') as lines, v.source
from verb v join object o on o.id = v.object left join object w on w.id = v.owner;
