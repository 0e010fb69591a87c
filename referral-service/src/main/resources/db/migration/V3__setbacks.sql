-- What a service has set aside of a referral. It holds until the position of the awaited topic has passed: for an event
-- that we set aside ourselves that event, applied after a repair; for one of another service the next thing it says of
-- the referral.
create table setback (
    referral_id uuid not null references referral,
    service text not null,
    topic text not null,
    sequence bigint not null,
    type text not null,
    since timestamptz not null,
    awaited_topic text not null,
    awaited_sequence bigint not null,
    primary key (referral_id, service, topic, sequence)
);
alter table setback enable row level security;
alter table setback force row level security;
create policy setback_read on setback for select using (sees(referral_id));
create policy setback_new on setback for insert with check (current_setting('app.orgs', true) = 'platform');
grant select, insert on setback to referral;

-- Referrals that do not move on by themselves: behind a setback, or for a minute behind an event that has not come.
create view stuck with (security_invoker = true) as
    select referral_id, min(since) as since from (
        select s.referral_id, s.since from setback s
        where not exists (select 1 from inbox_position p
                          where p.topic = s.awaited_topic and p.key = s.referral_id::text
                            and p.sequence >= s.awaited_sequence)
        union all
        select r.id, p.parked_at from inbox_parked p join referral r
            -- A key may be no referral's.
            on r.id = case when p.key ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' then p.key::uuid end
        where p.parked_at < now() - interval '1 minute') held
    group by referral_id;
grant select on stuck to referral;
