-- The places that accepted children have. Whatever the code does: an offer has one at most, once, and no place is given to
-- two. It is taken with the yes, and freed with the end of what the yes has promised; nothing else of it ever changes. The
-- bounds are those of the accreditation by which the hub could take the child: no fact of the child.
create table slot (
    offer_id uuid primary key references offer,
    hub_id text not null,
    therapy text not null,
    week date not null check (extract(isodow from week) = 1),
    number int not null check (number > 0),
    from_age_years int,
    under_age_years int,
    from_weight_kg numeric(5, 1),
    to_weight_kg numeric(5, 1),
    taken_at timestamptz not null,
    freed_at timestamptz,
    freed_because text
);
create unique index slot_once on slot (hub_id, therapy, week, number) where freed_at is null;
create index slot_of on slot (hub_id, therapy, week);

alter table slot enable row level security;
alter table slot force row level security;
create policy slot_read on slot for select using (reads_all() or hub_id = any (orgs()));
create policy slot_new on slot for insert with check (writes());
create policy slot_change on slot for update using (writes());
grant select, insert on slot to hub_directory;
grant update (freed_at, freed_because) on slot to hub_directory;
