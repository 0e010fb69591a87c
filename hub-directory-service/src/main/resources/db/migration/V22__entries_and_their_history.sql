-- What is known of a hub beside what routing needs. Lists are written with spaces between their items.
alter table hub add column finess_ej text;
alter table hub add column sites text;
alter table hub add column filieres text;
alter table hub add column languages text;
alter table hub add column phone text;
alter table hub add column email text;
alter table hub add column secure_email text;
alter table hub add column opening text;
update hub set finess_ej = h.finess_ej from hospital h where h.finess_et = hub.id;

-- A hub abroad is no hospital of the national file, nor is a site that has opened since.
alter table hub drop constraint hub_id_fkey;
alter table hub alter column source set default 'national coordination';
alter table hub alter column as_of set default current_date;

-- Every change of every entry: when it is true, when it became known, who said it, what from and to. The version is that of
-- the hub, and of the event that said it.
create table hub_history (
    hub_id text not null references hub,
    version bigint not null,
    change text not null,
    therapy text,
    effective_on date not null,
    fields text not null,
    recorded_at timestamptz not null,
    recorded_by text not null,
    primary key (hub_id, version)
);

-- Where the history begins: the entry as it stands.
insert into hub_history (hub_id, version, change, effective_on, fields, recorded_at, recorded_by)
    select h.id, h.version, 'REGISTERED', h.as_of,
        (select coalesce(json_agg(json_build_object('field', f.name, 'from', null, 'to', f.value))::text, '[]')
         from (values ('name', h.name), ('city', h.city), ('kind', h.kind), ('open', h.open::text),
             ('finessEj', h.finess_ej)) f (name, value)
         where f.value is not null),
        now(), 'seed'
    from hub h;

alter table hub_history enable row level security;
alter table hub_history force row level security;
create policy hub_history_read on hub_history for select using (reads_all() or hub_id = any (orgs()));
create policy hub_history_new on hub_history for insert with check (writes());
grant select, insert on hub_history to hub_directory;
