-- While the hub that is asked waits for an answer of the hospital, the clock of its offer rests: since when, until when at
-- the latest, and what was left of the time to answer. Meanwhile expires_at is the latest that it may come to: that which
-- holds when nobody answers at all.
alter table offer
    add column questions int not null default 0,
    add column open_questions int not null default 0,
    add column resting_since timestamptz,
    add column rests_until timestamptz,
    add column left_millis bigint,
    add column rested_millis bigint not null default 0,
    add check (open_questions >= 0),
    add check ((resting_since is null) = (left_millis is null)),
    add check (resting_since is null or rests_until > resting_since);
