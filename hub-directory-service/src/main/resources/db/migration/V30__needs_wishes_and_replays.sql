-- What a family needs for a journey, and what it weighs that it prefers a hub: conventions, first values, to be set with
-- the hubs and the families. A run says under which numbers it was made; older ones say nothing of these.
alter table routing_parameters
    add column minutes_off_if_preferred int,
    add column overnight_from_minutes int,
    add column overnight_modes text,
    add column accompanied_from_minutes int,
    add column accompanied_modes text;
update routing_parameters set
    minutes_off_if_preferred = 60,
    overnight_from_minutes = 240,
    overnight_modes = 'AIR,SEA',
    accompanied_from_minutes = 120,
    accompanied_modes = 'AIR,SEA';
alter table routing_parameters
    alter column minutes_off_if_preferred set not null,
    alter column overnight_from_minutes set not null,
    alter column overnight_modes set not null,
    alter column accompanied_from_minutes set not null,
    alter column accompanied_modes set not null;

-- With the other facts that a routing was asked with: an erasure removes them.
alter table routing add column preferred_hub text, add column declined_hubs text not null default '';

-- Replays ask for the runs of a period. No policy lets anybody change a run: for this once nobody is asked.
alter table match_run add column day date;
alter table match_run disable row level security;
update match_run set day = cast(cast(content as jsonb) ->> 'day' as date);
alter table match_run enable row level security;
alter table match_run alter column day set not null;
create index match_run_on on match_run (day, id);
