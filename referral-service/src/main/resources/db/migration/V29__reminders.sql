select set_config('app.orgs', 'platform', true);
-- Whoever works goes on: where a table is not free at once the service does not start, and is started again.
set local lock_timeout = '5s';

-- What a hospital is reminded of: a question of people, what the rules wait for, a deferral that ends. A row for each time, written when
-- the wait is seen first; it is told once, or never because the answer has come. What is told goes out by mail once, too, and the row says what
-- has become of that. No address and no word of a letter is kept.
create table reminder (
    id bigint generated always as identity primary key,
    referral_id uuid not null references referral,
    kind text not null check (kind in ('QUESTION', 'FACTS', 'DEFERRAL')),
    -- The question; the version of the referral from which on it waits for facts; the day that ends a deferral, with the version that was deferred.
    about text not null,
    -- How much of the time to answer has gone by.
    fraction numeric(4, 3) not null check (fraction > 0),
    due_at timestamptz not null,
    -- What is missing is not missing any more in a later one; null for a question.
    dossier_version int,
    at timestamptz not null,
    told_at timestamptz,
    state text not null default 'SCHEDULED' check (state in ('SCHEDULED', 'WAITING', 'SENT', 'FAILED', 'SKIPPED')),
    skipped_because text check (skipped_because in ('NO_SERVER', 'NO_ADDRESS', 'OVER', 'OVERTAKEN')),
    -- How often a mail server has been asked and has refused it; and until when nobody else tries.
    attempts int not null default 0,
    next_at timestamptz,
    ended_at timestamptz,
    unique (referral_id, kind, about, fraction),
    check ((kind = 'QUESTION') = (dossier_version is null)),
    check ((state = 'SKIPPED') = (skipped_because is not null)),
    check ((state in ('SCHEDULED', 'WAITING')) = (ended_at is null)),
    check (state <> 'SCHEDULED' or told_at is null),
    check (state not in ('WAITING', 'SENT', 'FAILED') or told_at is not null),
    check (state <> 'WAITING' or next_at is not null)
);
create index reminder_scheduled on reminder (at, id) where state = 'SCHEDULED';
create index reminder_waiting on reminder (next_at, id) where state = 'WAITING';

-- Whether what a reminder is about still waits for the hospital. Asks the referral's own row alone, which is locked meanwhile: what
-- somebody answers at the same instant is before or after it.
create function still_waits(m reminder, r referral) returns boolean language sql stable as $$
    select case m.kind
        when 'QUESTION' then r.question_due_at is not null
            and r.questions::jsonb -> 'open' @> jsonb_build_array(jsonb_build_object('id', m.about))
        else r.state = 'AWAITING_INFORMATION' and r.dossier_version = m.dossier_version end
$$;

-- Whether nobody can say yet if it waits: a deferral goes on until that day, as long as nobody has judged anew; or what the hospital has
-- not touched is being judged, or held as a possible duplicate.
create function is_undecided(m reminder, r referral) returns boolean language sql stable as $$
    select m.kind <> 'QUESTION' and r.dossier_version = m.dossier_version
        and (r.state in ('ASSESSING', 'DUPLICATE_REVIEW') or m.kind = 'DEFERRAL' and r.state = 'DEFERRED'
            and m.about = cast(r.deferred_until as text) || '/' || cast(r.dossier_version as text))
$$;

-- Whose reminders are to be written down, as what they are about has changed; whoever has written them down takes it back. Set here,
-- so that a release that knows of no reminders sets it as well. What waits already: V31; how it is found: V30.
alter table referral add column reminding_unplanned boolean not null default false;
create function reminding_has_changed() returns trigger language plpgsql as $$
    begin
        new.reminding_unplanned := true;
        return new;
    end
$$;
create trigger reminding_to_plan before update on referral for each row when (
    (new.state in ('AWAITING_INFORMATION', 'DEFERRED') or new.question_due_at is not null)
    and (old.state, old.dossier_version, old.deferred_until, old.question_due_at, old.questions)
        is distinct from (new.state, new.dossier_version, new.deferred_until, new.question_due_at, new.questions))
    execute function reminding_has_changed();

-- The hospital reads what it was told, and the nation's readers; only the platform writes.
alter table reminder enable row level security;
alter table reminder force row level security;
create policy reminder_read on reminder for select using (
    current_setting('app.orgs', true) = 'platform'
    or exists (select 1 from referral r where r.id = reminder.referral_id
        and (current_setting('app.orgs', true) = 'national'
            or r.organisation = any (string_to_array(current_setting('app.orgs', true), ',')))));
create policy reminder_new on reminder for insert with check (current_setting('app.orgs', true) = 'platform');
create policy reminder_change on reminder for update using (current_setting('app.orgs', true) = 'platform');
grant select, insert, update (told_at, state, skipped_because, attempts, next_at, ended_at) on reminder to referral;
