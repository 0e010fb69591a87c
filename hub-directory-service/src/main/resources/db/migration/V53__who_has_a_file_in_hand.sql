-- Who reads the file of an offer at its hub: claimed, handed over, or free again. A history: nothing of it is changed. From whom
-- and to whom by the person's pseudonym or a professional's number; no name.
create table keeper_change (
    id uuid primary key,
    offer_id uuid not null references offer,
    hub_id text not null references hub,
    number int not null,
    move text not null check (move in ('CLAIMED', 'RELEASED', 'HANDED_OVER')),
    from_user text,
    from_rpps text,
    to_user text,
    to_rpps text,
    reason text,
    made_at timestamptz not null,
    made_by text not null,
    unique (offer_id, number),
    check (num_nonnulls(from_user, from_rpps) <= 1 and num_nonnulls(to_user, to_rpps) <= 1),
    check ((move = 'RELEASED') = (num_nonnulls(to_user, to_rpps) = 0)),
    check ((move = 'HANDED_OVER') = (reason is not null))
);

alter table keeper_change enable row level security;
alter table keeper_change force row level security;
create policy keeper_change_read on keeper_change for select using (reads_all() or hub_id = any (orgs()));
create policy keeper_change_new on keeper_change for insert with check (writes());
grant select, insert on keeper_change to hub_directory;

-- A hub's worklist: what is most pressing first, and of that what has the least time left. The names of the three urgencies
-- stand in the alphabet as they press.
create index offer_waiting on offer (hub_id, urgency, expires_at, id) where state = 'OPEN';
