-- What leaves and what waits for its turn hold a child's facts, and were still shown to whoever had the service's role and
-- did not say for whom; so was what a hub says that it has lost. Forced: the owner says for whom too, in a repair or in a
-- later migration that touches these rows.
alter table outbox enable row level security;
alter table outbox force row level security;
create policy outbox_read on outbox for select using (writes());
create policy outbox_new on outbox for insert with check (writes());
create policy outbox_carried on outbox for select to hub_directory_cdc using (true);

alter table inbox_position enable row level security;
alter table inbox_position force row level security;
create policy inbox_position_all on inbox_position using (writes()) with check (writes());

alter table inbox_parked enable row level security;
alter table inbox_parked force row level security;
create policy inbox_parked_all on inbox_parked using (writes()) with check (writes());

alter table directory_anomaly enable row level security;
alter table directory_anomaly force row level security;
create policy directory_anomaly_read on directory_anomaly for select using (reads_all() or hub_id = any (orgs()));
create policy directory_anomaly_new on directory_anomaly for insert with check (writes());
