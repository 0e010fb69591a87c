select set_config('app.orgs', 'platform', true);

-- What people have said of two referrals that may be of one child, and by what they were found: kept when the hashes and the
-- marks have gone. The last word counts. Never changed.
create table duplicate_decision (
    id uuid primary key,
    one uuid not null references referral,
    other uuid not null references referral,
    decision text not null check (decision in ('NOT_THE_SAME', 'SAME_CHILD', 'UNDONE', 'CALLED_OFF')),
    reason text,
    by_number boolean not null,
    outcome text,
    agreements text,
    since timestamptz not null,
    at timestamptz not null,
    actor text not null,
    organisation text,
    role text not null,
    -- Which word is the last: the clocks of two replicas may disagree.
    spoken bigint generated always as identity,
    check (one < other)
);
create index duplicate_decision_of on duplicate_decision (one, other, spoken);
alter table duplicate_decision enable row level security;
alter table duplicate_decision force row level security;
create policy duplicate_decision_read on duplicate_decision for select using (
    current_setting('app.orgs', true) in ('platform', 'national'));
create policy duplicate_decision_new on duplicate_decision for insert with check (
    current_setting('app.orgs', true) = 'platform');
grant select, insert on duplicate_decision to referral;

-- The list reads what was found alike, and few of all that were compared are.
create index comparison_alike on comparison (at) where outcome <> 'DIFFERENT';
create index comparison_other on comparison (other) where outcome <> 'DIFFERENT';
create index open_case_later on open_case (referral_id) where not is_first;

-- What was ruled out before there were pairs was ruled out of all of them.
insert into duplicate_decision
    (id, one, other, decision, reason, by_number, outcome, agreements, since, at, actor, organisation, role)
select distinct on (least(c.looked_at, c.other), greatest(c.looked_at, c.other)) gen_random_uuid(), least(c.looked_at, c.other),
    greatest(c.looked_at, c.other), 'NOT_THE_SAME', null, false, c.outcome, c.agreements, c.at, t.at, t.actor, t.organisation, t.role
from comparison c join timeline t on t.referral_id in (c.looked_at, c.other) and t.what = 'DUPLICATE_RULED_OUT' and t.at >= c.at
where c.outcome <> 'DIFFERENT';
insert into duplicate_decision
    (id, one, other, decision, reason, by_number, outcome, agreements, since, at, actor, organisation, role)
select distinct on (least(l.referral_id, o.referral_id), greatest(l.referral_id, o.referral_id)) gen_random_uuid(),
    least(l.referral_id, o.referral_id), greatest(l.referral_id, o.referral_id), 'NOT_THE_SAME', null, true, null, null,
    r.clock_started_at, t.at, t.actor, t.organisation, t.role
from open_case l
    join open_case o on o.patient = l.patient and o.referral_id <> l.referral_id and o.organisation <> l.organisation
    join referral r on r.id = l.referral_id
    join referral ro on ro.id = o.referral_id
    -- Nobody has looked at one that came afterwards.
    join timeline t on t.referral_id = l.referral_id and t.what = 'DUPLICATE_RULED_OUT' and t.at >= ro.clock_started_at
where not l.is_first;
