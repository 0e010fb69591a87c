-- Placements. Whoever opens a transaction says for whom in app.orgs; unset means no rows. A hub sees what was offered to
-- it, and the facts of a child only while its offer is open or accepted; only the platform writes.

create table placement (
    referral_id uuid primary key,
    state text not null,
    version bigint not null
);

-- What was asked for, with the facts it was asked with. An erasure removes these; a match run holds none.
create table routing (
    id uuid primary key,
    referral_id uuid not null references placement,
    number int not null,
    candidates int not null,
    therapy text not null,
    pack_version int not null,
    verdict text not null,
    conditional_on text not null,
    warnings text not null,
    birth_date date not null,
    weight_kg numeric(6, 3),
    urgency text not null,
    eligible_until date,
    hospital text not null,
    residence text,
    followed_by text,
    clock_started_at timestamptz not null,
    unique (referral_id, number)
);

-- The choice of hub, with every term; never changed.
create table match_run (
    id uuid primary key,
    referral_id uuid not null references placement,
    routing int not null,
    content text not null
);
create index match_run_of on match_run (referral_id, routing);

create table offer (
    id uuid primary key,
    referral_id uuid not null references placement,
    match_run_id uuid not null,
    routing int not null,
    rank int not null,
    hub_id text not null references hub,
    hub_name text not null,
    hub_city text not null,
    therapy text not null,
    urgency text not null,
    state text not null,
    illustrative boolean not null,
    offered_at timestamptz not null,
    expires_at timestamptz not null,
    seen_at timestamptz,
    ended_at timestamptz,
    answered_by text,
    decline_reason text,
    version bigint not null,
    -- Whatever the code does: one live offer, and one hub that is responsible. Judged at the commit, for a decline and the
    -- next offer are written together and in any order: a unique index could not wait.
    constraint one_live_offer exclude using btree (referral_id with =) where (state = 'OPEN')
        deferrable initially deferred,
    constraint one_responsible_hub exclude using btree (referral_id with =) where (state = 'ACCEPTED')
        deferrable initially deferred
);
create index offers_of on offer (hub_id, id);

-- A hub says that it has lost what the directory says it has.
create table directory_anomaly (
    offer_id uuid primary key,
    hub_id text not null references hub,
    therapy text not null,
    opened_at timestamptz not null
);

create function orgs() returns text[] language sql stable as $$
    select string_to_array(current_setting('app.orgs', true), ',')
$$;
create function reads_all() returns boolean language sql stable as $$
    select coalesce(current_setting('app.orgs', true) in ('platform', 'national'), false)
$$;
create function writes() returns boolean language sql stable as $$
    select coalesce(current_setting('app.orgs', true) = 'platform', false)
$$;

alter table offer enable row level security;
alter table offer force row level security;
create policy offer_read on offer for select using (reads_all() or hub_id = any (orgs()));
create policy offer_new on offer for insert with check (writes());
create policy offer_change on offer for update using (writes());

alter table placement enable row level security;
alter table placement force row level security;
create policy placement_read on placement for select using (
    reads_all() or exists (select 1 from offer o where o.referral_id = placement.referral_id));
create policy placement_new on placement for insert with check (writes());
create policy placement_change on placement for update using (writes());

alter table routing enable row level security;
alter table routing force row level security;
create policy routing_read on routing for select using (
    reads_all() or exists (
        select 1 from offer o where o.match_run_id = routing.id and o.state in ('OPEN', 'ACCEPTED')));
create policy routing_new on routing for insert with check (writes());

alter table match_run enable row level security;
alter table match_run force row level security;
create policy match_run_read on match_run for select using (
    reads_all() or exists (select 1 from offer o where o.match_run_id = match_run.id));
create policy match_run_new on match_run for insert with check (writes());

grant select, insert, update on placement, offer to hub_directory;
grant select, insert on routing, match_run, directory_anomaly to hub_directory;
