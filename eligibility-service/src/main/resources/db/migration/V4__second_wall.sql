-- What leaves and what waits for its turn hold a child's facts, and were still shown to whoever had the service's role and
-- did not say for whom. Forced: the owner says for whom too, in a repair or in a later migration that touches these rows.
alter table outbox enable row level security;
alter table outbox force row level security;
create policy outbox_read on outbox for select using (current_setting('app.orgs', true) = 'platform');
create policy outbox_new on outbox for insert with check (current_setting('app.orgs', true) = 'platform');
create policy outbox_carried on outbox for select to eligibility_cdc using (true);

alter table inbox_position enable row level security;
alter table inbox_position force row level security;
create policy inbox_position_all on inbox_position using (current_setting('app.orgs', true) = 'platform')
    with check (current_setting('app.orgs', true) = 'platform');

alter table inbox_parked enable row level security;
alter table inbox_parked force row level security;
create policy inbox_parked_all on inbox_parked using (current_setting('app.orgs', true) = 'platform')
    with check (current_setting('app.orgs', true) = 'platform');
