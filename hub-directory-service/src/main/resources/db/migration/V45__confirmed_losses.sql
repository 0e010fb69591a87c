-- A hub has lost its accreditation after it had accepted a child: what the coordinator says becomes of the child, once for each
-- day that the loss is said to begin on. When it was true, when it was known, who has confirmed it; never changed.
create table loss_confirmation (
    id uuid primary key,
    offer_id uuid not null references offer,
    accreditation_id uuid not null references accreditation,
    lost_from date not null,
    loss_known_at timestamptz not null,
    decision text not null check (decision in ('KEEP', 'MOVE')),
    reason text not null,
    confirmed_at timestamptz not null,
    confirmed_by text not null,
    unique (offer_id, lost_from)
);

alter table loss_confirmation enable row level security;
alter table loss_confirmation force row level security;
create policy loss_confirmation_read on loss_confirmation for select using (reads_all());
create policy loss_confirmation_new on loss_confirmation for insert with check (writes());
grant select, insert on loss_confirmation to hub_directory;
