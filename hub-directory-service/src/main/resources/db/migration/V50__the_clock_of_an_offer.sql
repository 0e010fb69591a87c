-- The clock of an offer, from a day on: at which shares of the time to answer a hub is reminded, and how many hubs may keep
-- silent in one search before the coordinator acts. A convention, first values, to be set with the hubs.
create table answer_clock (
    valid_from date primary key,
    reminders numeric(4, 3)[] not null check (0 < all (reminders) and 1 > all (reminders)),
    silent_hubs int not null check (silent_hubs > 0),
    source text not null
);
insert into answer_clock values ('2020-01-01', '{0.25,0.5}', 3, '[CONV] first values');
grant select on answer_clock to hub_directory;

-- A hub was reminded: once for each share, whatever the code does. What tells people reads it.
create table offer_reminder (
    offer_id uuid not null references offer,
    fraction numeric(4, 3) not null,
    reminded_at timestamptz not null,
    primary key (offer_id, fraction)
);
alter table offer_reminder enable row level security;
alter table offer_reminder force row level security;
create policy offer_reminder_read on offer_reminder for select using (
    reads_all() or exists (select 1 from offer o where o.id = offer_reminder.offer_id));
create policy offer_reminder_new on offer_reminder for insert with check (writes());
grant select, insert on offer_reminder to hub_directory;

create index offer_due on offer (expires_at) where state = 'OPEN';
-- A placement is read with all its offers.
create index offer_of on offer (referral_id);
