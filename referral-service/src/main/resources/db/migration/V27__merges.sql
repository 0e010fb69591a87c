select set_config('app.orgs', 'platform', true);

-- Whoever writes goes on rather than queueing behind this: it is tried again.
set local lock_timeout = '10s';

-- Two referrals of one child: which lives on in which, and how far that has come. STOPPING: a hub is being asked for the one
-- that ends, and may say yes before it hears.
create table referral_merge (
    id uuid primary key,
    superseded uuid not null references referral,
    survivor uuid not null references referral,
    state text not null check (state in ('STOPPING', 'DONE', 'CALLED_OFF', 'UNDONE')),
    reason text not null,
    at timestamptz not null,
    actor text not null,
    organisation text not null,
    role text not null,
    -- Whose the one that ends is.
    hospital text not null,
    -- C0 of the one that lives on, as it was; the dossier's version that the union has made, and the one without it again.
    survivor_clock timestamptz,
    merged_version int,
    undone_version int,
    check (superseded <> survivor)
);
create unique index referral_merge_once on referral_merge (superseded) where state in ('STOPPING', 'DONE');
create index referral_merge_into on referral_merge (survivor);
create index referral_merge_stopping on referral_merge (id) where state = 'STOPPING';
alter table referral_merge enable row level security;
alter table referral_merge force row level security;
-- A hospital learns of one when it is done: both follow the child then. Before, that there is another one is not for it to know.
create policy referral_merge_read on referral_merge for select using (
    current_setting('app.orgs', true) in ('platform', 'national')
    or state in ('DONE', 'UNDONE') and (sees(survivor) or sees(superseded)));
create policy referral_merge_new on referral_merge for insert with check (current_setting('app.orgs', true) = 'platform');
create policy referral_merge_change on referral_merge for update using (current_setting('app.orgs', true) = 'platform');
grant select, insert, update on referral_merge to referral;

-- Which merge has brought a statement; none of what was said to the referral itself. Of a new column without a value nothing is
-- validated: no table is read.
alter table fact_entry add column merge_id uuid references referral_merge;

alter table referral add column merging boolean not null default false;
alter table referral add column superseded_by uuid references referral;
-- FINESS numbers of other hospitals that follow the child here, with commas between them.
alter table referral add column followers text not null default '';

-- A hospital whose referral lives on in another one sees that one, and not who the patient is by the other's words, nor what
-- the other has attached: it has its own. Where it is asked as a hub, or has sent the referral, it has another row.
alter table referral_access add column follower boolean not null default false;
create or replace function names_a_person(referral uuid) returns boolean language sql stable as $$
    select current_setting('app.orgs', true) = 'platform'
        or current_setting('app.orgs', true) <> 'national'
        and exists (select 1 from referral_access a
                    where a.referral_id = referral and a.until is null and not a.follower
                      and a.organisation = any (string_to_array(current_setting('app.orgs', true), ',')))
$$;
alter policy identity_read on identity_field using (
    current_setting('app.orgs', true) = 'platform' or current_setting('app.orgs', true) <> 'national' and exists (
        select 1 from referral_access a where a.referral_id = identity_field.referral_id and a.until is null and not a.follower
            and a.organisation = any (string_to_array(current_setting('app.orgs', true), ',')) offset 0));
alter policy identity_new on identity_field with check (
    current_setting('app.orgs', true) = 'platform' or exists (
        select 1 from referral_access a where a.referral_id = identity_field.referral_id and a.until is null and not a.follower
            and a.organisation = any (string_to_array(current_setting('app.orgs', true), ','))));
alter policy document_read on document using (case when current_setting('app.orgs', true) = 'national'
    then exists (select 1 from referral r where r.id = document.referral_id) else names_a_person(referral_id) end);
