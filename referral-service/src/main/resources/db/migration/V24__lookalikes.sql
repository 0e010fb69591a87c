select set_config('app.orgs', 'platform', true);

-- Keyed hashes by which the platform finds which referrals are worth a comparison: the same in every hospital, so that no
-- hospital, and no reader of the nation, may ask for one. One row a referral, written after it was taken in; it goes with its
-- patient's identity, as the hashes could be tried against a known name.
create table likeness_mark (
    referral_id uuid primary key references referral on delete cascade,
    marks text[] not null
);
create index likeness_mark_of on likeness_mark using gin (marks);
alter table likeness_mark enable row level security;
alter table likeness_mark force row level security;
create policy likeness_mark_all on likeness_mark using (current_setting('app.orgs', true) = 'platform');
grant select, insert, delete on likeness_mark to referral;

-- Every comparison of two identities: that it was made, and what agreed, never what stands in either. Two referrals are compared
-- once.
create table comparison (
    looked_at uuid not null references referral,
    other uuid not null references referral,
    at timestamptz not null,
    outcome text not null check (outcome in ('PROBABLE', 'POSSIBLE_TWINS', 'DIFFERENT')),
    bits double precision not null,
    agreements text not null,
    primary key (looked_at, other)
);
create unique index comparison_once on comparison (least(looked_at, other), greatest(looked_at, other));
alter table comparison enable row level security;
alter table comparison force row level security;
create policy comparison_read on comparison for select using (
    current_setting('app.orgs', true) in ('platform', 'national'));
create policy comparison_new on comparison for insert with check (current_setting('app.orgs', true) = 'platform');
grant select, insert on comparison to referral;

-- Whom nobody has compared yet, in the order in which they came. What was sent before is not looked at: its identity would have
-- to be opened for it. What is being written is, once it has been sent.
alter table referral add column compared boolean not null default true;
alter table referral alter column compared set default false;
update referral set compared = false where clock_started_at is null;
create index referral_not_compared on referral (clock_started_at, id) where not compared and clock_started_at is not null;
