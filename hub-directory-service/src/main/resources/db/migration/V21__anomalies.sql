-- Whoever is signed in may say that an entry is wrong; a decline that says so joins in, under the id of its offer.
alter table directory_anomaly drop constraint directory_anomaly_pkey;
alter table directory_anomaly alter column offer_id drop not null;
alter table directory_anomaly alter column therapy drop not null;
alter table directory_anomaly add unique (offer_id);
alter table directory_anomaly add column id uuid primary key default uuidv7();
alter table directory_anomaly add column reason text not null default 'CAPABILITY_LOST';
alter table directory_anomaly add column field text;
alter table directory_anomaly add column reported_by text;
alter table directory_anomaly add column reported_for text;
create index anomalies_of on directory_anomaly (hub_id, id);

-- Whom it is about may read it, and who has reported it.
drop policy directory_anomaly_read on directory_anomaly;
create policy directory_anomaly_read on directory_anomaly for select using (
    reads_all() or hub_id = any (orgs()) or reported_for = any (orgs()));

-- What was done about it: once.
create table anomaly_settlement (
    anomaly_id uuid primary key references directory_anomaly,
    outcome text not null,
    settled_at timestamptz not null,
    settled_by text not null,
    settled_for text not null
);
alter table anomaly_settlement enable row level security;
alter table anomaly_settlement force row level security;
create policy anomaly_settlement_read on anomaly_settlement for select using (
    reads_all() or exists (select 1 from directory_anomaly a where a.id = anomaly_settlement.anomaly_id));
create policy anomaly_settlement_new on anomaly_settlement for insert with check (writes());
grant select, insert on anomaly_settlement to hub_directory;

-- A request may have made something else than a change of a hub.
alter table idempotency alter column hub_id drop not null;
alter table idempotency add column made text;
