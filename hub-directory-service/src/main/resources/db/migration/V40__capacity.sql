-- What a hub says that it can do: so many children a week for a therapy, from a day on; and when it takes nobody. Every word
-- is kept; of two for one day the later counts. What nobody has told is unknown.
create table capacity (
    id uuid primary key,
    hub_id text not null references hub,
    therapy text not null,
    valid_from date not null,
    slots_per_week int not null check (slots_per_week >= 0),
    source text not null,
    recorded_at timestamptz not null,
    recorded_by text not null
);
create index capacity_of on capacity (hub_id, therapy, valid_from, recorded_at desc, id desc);

-- Of one therapy, or of the whole hub.
create table capacity_pause (
    id uuid primary key,
    hub_id text not null references hub,
    therapy text,
    starts_on date not null,
    reason text not null,
    recorded_at timestamptz not null,
    recorded_by text not null
);
create index capacity_pause_of on capacity_pause (hub_id);

-- The first day without it, as was said first and as was said since.
create table capacity_pause_end (
    id uuid primary key,
    pause_id uuid not null references capacity_pause,
    ends_on date not null,
    recorded_at timestamptz not null,
    recorded_by text not null
);
create index capacity_pause_end_of on capacity_pause_end (pause_id, recorded_at desc, id desc);

alter table capacity enable row level security;
alter table capacity force row level security;
create policy capacity_read on capacity for select using (reads_all());
create policy capacity_new on capacity for insert with check (writes());
alter table capacity_pause enable row level security;
alter table capacity_pause force row level security;
create policy capacity_pause_read on capacity_pause for select using (reads_all());
create policy capacity_pause_new on capacity_pause for insert with check (writes());
alter table capacity_pause_end enable row level security;
alter table capacity_pause_end force row level security;
create policy capacity_pause_end_read on capacity_pause_end for select using (reads_all());
create policy capacity_pause_end_new on capacity_pause_end for insert with check (writes());
grant select, insert on capacity, capacity_pause, capacity_pause_end to hub_directory;

-- How far one looks ahead before a hub that takes nobody is left out: a convention, first value, to be set with the hubs.
alter table routing_parameters add column capacity_weeks int;
update routing_parameters set capacity_weeks = 12;
alter table routing_parameters alter column capacity_weeks set not null;
