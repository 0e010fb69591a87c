-- What has happened to a hub's offers, for whoever follows its worklist. Written in the transaction of the change itself,
-- whatever code makes it: nothing can happen unnoted. Of an offer it holds the id, where it stood and until when an answer is
-- asked for; no fact of a child. Kept for a while (offers.feed.kept), then gone.
--
-- number is the order that readers go by, 1, 2, 3 … of each hub. It is given to rows that are committed, by one transaction at
-- a time: an id is taken before the commit, so that a reader who goes on from the highest id could miss a lower one that is
-- committed later. There are no foreign keys: they would lock rows of offer and hub for the sake of a copy.
create table hub_notice (
    id bigint generated always as identity primary key,
    hub_id text not null,
    offer_id uuid not null,
    kind text not null check (kind in ('ARRIVED', 'CHANGED', 'REMINDED', 'EXPIRED')),
    state text not null,
    due_at timestamptz,
    noted_at timestamptz not null default clock_timestamp(),
    number bigint,
    unique (hub_id, number)
);
create index hub_notice_without_number on hub_notice (id) where number is null;
create index hub_notice_by_age on hub_notice (noted_at);

-- How far a hub's numbers go: the last one that was given, and up to which they are kept no longer.
create table hub_feed (
    hub_id text primary key,
    last bigint not null,
    purged_to bigint not null default 0,
    check (purged_to <= last)
);

-- For whole statements, so that hundreds of offers that expire together are noted together.
create function note_made_offers() returns trigger language plpgsql as $$
begin
    insert into hub_notice (hub_id, offer_id, kind, state, due_at)
    select hub_id, id, case state when 'OPEN' then 'ARRIVED' else 'CHANGED' end, state,
        case state when 'OPEN' then expires_at end
    from made;
    return null;
end
$$;
create trigger noted_when_made after insert on offer
    referencing new table as made for each statement execute function note_made_offers();

-- A plan that was made for one offer is kept for hundreds: rows are never compared each with each.
create function note_changed_offers() returns trigger language plpgsql set enable_nestloop = off as $$
begin
    insert into hub_notice (hub_id, offer_id, kind, state, due_at)
    select a.hub_id, a.id, case when a.state = 'EXPIRED' and b.state <> 'EXPIRED' then 'EXPIRED' else 'CHANGED' end,
        a.state, case a.state when 'OPEN' then a.expires_at end
    from after a join before b on b.id = a.id
    where (a.state, a.urgency, a.expires_at, a.seen_at, a.resting_since)
        is distinct from (b.state, b.urgency, b.expires_at, b.seen_at, b.resting_since);
    return null;
end
$$;
create trigger noted_when_changed after update on offer
    referencing old table as before new table as after for each statement execute function note_changed_offers();

-- A plan that was made while offers were few is kept when there are a million: they are found by their ids.
create function note_reminders() returns trigger language plpgsql
    set enable_seqscan = off set enable_hashjoin = off set enable_mergejoin = off as $$
begin
    insert into hub_notice (hub_id, offer_id, kind, state, due_at)
    select o.hub_id, o.id, 'REMINDED', o.state, case o.state when 'OPEN' then o.expires_at end
    from reminded r join offer o on o.id = r.offer_id;
    return null;
end
$$;
create trigger noted_when_reminded after insert on offer_reminder
    referencing new table as reminded for each statement execute function note_reminders();

create function note_keepers() returns trigger language plpgsql
    set enable_seqscan = off set enable_hashjoin = off set enable_mergejoin = off as $$
begin
    insert into hub_notice (hub_id, offer_id, kind, state, due_at)
    select o.hub_id, o.id, 'CHANGED', o.state, case o.state when 'OPEN' then o.expires_at end
    from kept k join offer o on o.id = k.offer_id;
    return null;
end
$$;
create trigger noted_when_kept after insert on keeper_change
    referencing new table as kept for each statement execute function note_keepers();

alter table hub_notice enable row level security;
alter table hub_notice force row level security;
create policy hub_notice_read on hub_notice for select using (reads_all() or hub_id = any (orgs()));
create policy hub_notice_new on hub_notice for insert with check (writes());
create policy hub_notice_numbered on hub_notice for update using (writes());
create policy hub_notice_gone on hub_notice for delete using (writes());

alter table hub_feed enable row level security;
alter table hub_feed force row level security;
create policy hub_feed_read on hub_feed for select using (reads_all() or hub_id = any (orgs()));
create policy hub_feed_new on hub_feed for insert with check (writes());
create policy hub_feed_change on hub_feed for update using (writes());

grant select, insert, delete, update (number) on hub_notice to hub_directory;
grant select, insert, update on hub_feed to hub_directory;
