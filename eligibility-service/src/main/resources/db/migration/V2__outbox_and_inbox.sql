-- What leaves: Debezium's column names, read by its outbox event router through the publication below.
create table outbox (
    id uuid primary key,
    aggregatetype text not null,
    aggregateid text not null,
    type text not null,
    source text not null,
    time text not null,
    specversion text not null default '1.0',
    datacontenttype text not null default 'application/json',
    sequence bigint not null,
    payload text not null
);
create table heartbeat (id int primary key, at timestamptz not null);
create publication outbox_publication for table outbox with (publish = 'insert');

-- What enters: the last sequence applied for each key, and what came before its turn.
create table inbox_position (
    topic text not null,
    key text not null,
    sequence bigint not null,
    primary key (topic, key)
);
create table inbox_parked (
    topic text not null,
    key text not null,
    sequence bigint not null,
    event_id text not null,
    type text not null,
    time timestamptz not null,
    payload text not null,
    parked_at timestamptz not null,
    primary key (topic, key, sequence)
);

grant select, insert on outbox to eligibility;
grant select on outbox to eligibility_cdc;
grant select, insert, update on heartbeat to eligibility_cdc;
grant select, insert, update on inbox_position to eligibility;
grant select, insert, delete on inbox_parked to eligibility;
