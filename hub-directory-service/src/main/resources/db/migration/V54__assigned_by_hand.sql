-- The coordinator names a hub for a child whom nobody is asked to take. What speaks against it needs a second person: what was
-- proposed, by whom, at which version of the placement; what has come of it, once. Never changed.
create table assignment (
    id uuid primary key,
    referral_id uuid not null references placement,
    routing int not null,
    placement_version bigint not null,
    hub_id text not null references hub,
    hub_name text not null,
    hub_city text not null,
    reason text not null,
    concern text check (concern in ('REFUSED_BY_FAMILY', 'ALREADY_DECLINED', 'NOT_RANKED')),
    proposed_at timestamptz not null,
    proposed_by text not null,
    proposed_for text not null
);
create index assignment_of on assignment (referral_id, id);

create table assignment_end (
    assignment_id uuid primary key references assignment,
    outcome text not null check (outcome in ('MADE', 'REFUSED')),
    offer_id uuid references offer,
    ended_at timestamptz not null,
    ended_by text not null,
    ended_for text not null,
    check ((outcome = 'MADE') = (offer_id is not null))
);

-- Whoever has proposed it does not agree to it, whatever the code does.
create function is_second_person() returns trigger language plpgsql as $$
begin
    if new.outcome = 'MADE' and exists (
            select 1 from assignment a
            where a.id = new.assignment_id and a.concern is not null and a.proposed_by = new.ended_by) then
        raise exception 'a second person has to agree' using errcode = 'check_violation';
    end if;
    return new;
end
$$;
create trigger second_person before insert on assignment_end for each row execute function is_second_person();

-- The choice by which a hub was named: with its terms of that day, and no search has begun with it.
alter table match_run add column by_hand boolean not null default false;

-- A hub that was named is asked in the search that the placement is at, by a choice of its own.
drop policy routing_read on routing;
create policy routing_read on routing for select using (
    reads_all() or exists (
        select 1 from offer o where o.referral_id = routing.referral_id and o.routing = routing.number
            and o.state in ('OPEN', 'ACCEPTED')));

alter table assignment enable row level security;
alter table assignment force row level security;
create policy assignment_read on assignment for select using (reads_all());
create policy assignment_new on assignment for insert with check (writes());
alter table assignment_end enable row level security;
alter table assignment_end force row level security;
create policy assignment_end_read on assignment_end for select using (reads_all());
create policy assignment_end_new on assignment_end for insert with check (writes());
grant select, insert on assignment, assignment_end to hub_directory;

-- Who waits for the coordinator, or for a search that he has reopened: few of all.
create index placement_escalated on placement (referral_id) where state in ('ESCALATED', 'RANKING');
