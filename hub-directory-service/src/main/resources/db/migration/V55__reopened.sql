-- The coordinator lets a search that has come to nothing begin anew, and again when it has not begun; never changed.
create table reopening (
    id uuid primary key,
    referral_id uuid not null references placement,
    routing int not null,
    reason text not null,
    reopened_at timestamptz not null,
    reopened_by text not null,
    reopened_for text not null
);
create index reopening_of on reopening (referral_id, id);

-- When he last did: a search that has not begun a minute later is listed again.
alter table placement add column reopened_at timestamptz;
alter table reopening enable row level security;
alter table reopening force row level security;
create policy reopening_read on reopening for select using (reads_all());
create policy reopening_new on reopening for insert with check (writes());
grant select, insert on reopening to hub_directory;
