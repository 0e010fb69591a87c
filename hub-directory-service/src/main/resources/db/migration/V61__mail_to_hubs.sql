-- How a hub wants to be written to: for each offer, once a day at an hour of its own time zone, or not at all. A hub that has
-- said nothing is written to for each.
create table hub_mail_setting (
    hub_id text primary key references hub,
    mode text not null check (mode in ('EACH', 'DIGEST', 'NONE')),
    digest_hour int not null check (digest_hour between 0 and 23),
    zone text not null,
    version bigint not null,
    changed_at timestamptz not null,
    changed_by text not null
);

-- What a hub is written about, in the transaction of the change itself: its arrival, reminders and expiry of an offer. Sent once
-- each; the row says what has become of it. No address and no word of the letter is kept.
create table hub_mail (
    notice_id bigint primary key,
    hub_id text not null,
    offer_id uuid not null,
    kind text not null check (kind in ('ARRIVED', 'REMINDED', 'EXPIRED')),
    due_at timestamptz,
    noted_at timestamptz not null,
    state text not null default 'WAITING' check (state in ('WAITING', 'SENT', 'FAILED', 'SKIPPED')),
    skipped_because text check (skipped_because in ('NO_SERVER', 'NO_ADDRESS', 'NOT_WANTED', 'OVER')),
    -- How often a mail server has been asked and has refused it; and until when nobody else tries.
    attempts int not null default 0,
    next_at timestamptz not null,
    ended_at timestamptz,
    check ((state = 'SKIPPED') = (skipped_because is not null)),
    check ((state = 'WAITING') = (ended_at is null))
);
create index hub_mail_waiting on hub_mail (next_at, notice_id) where state = 'WAITING';
create index hub_mail_by_age on hub_mail (noted_at);

create function mail_for_notices() returns trigger language plpgsql as $$
begin
    insert into hub_mail (notice_id, hub_id, offer_id, kind, due_at, noted_at, next_at)
    select id, hub_id, offer_id, kind, due_at, noted_at, noted_at from noted where kind <> 'CHANGED';
    return null;
end
$$;
create trigger mail_when_noted after insert on hub_notice
    referencing new table as noted for each statement execute function mail_for_notices();

-- When it was last the hour at which a hub is written to: what was noted before is sent.
create function last_digest(zone text, hour int, at timestamptz) returns timestamptz language sql stable as $$
    select max(moment at time zone zone)
    from (select date_trunc('day', at at time zone zone) + make_interval(days => -back, hours => hour) as moment
        from generate_series(0, 1) as back) as moments
    where moment at time zone zone <= at
$$;

alter table hub_mail_setting enable row level security;
alter table hub_mail_setting force row level security;
create policy hub_mail_setting_read on hub_mail_setting for select using (reads_all() or hub_id = any (orgs()));
create policy hub_mail_setting_new on hub_mail_setting for insert with check (writes());
create policy hub_mail_setting_change on hub_mail_setting for update using (writes());

alter table hub_mail enable row level security;
alter table hub_mail force row level security;
create policy hub_mail_all on hub_mail using (writes()) with check (writes());

grant select, insert, update on hub_mail_setting to hub_directory;
grant select, insert, delete, update (state, skipped_because, attempts, next_at, ended_at) on hub_mail to hub_directory;
