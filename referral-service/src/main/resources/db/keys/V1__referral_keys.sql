-- One wrapped key a referral. Erasing a row makes that identity unreadable, in the backups too when they have aged.
create table referral_key (
    referral_id uuid primary key,
    master_key_id text not null,
    wrapped bytea not null,
    created_at timestamptz not null default now()
);
grant select, insert, delete on referral_key to referral_keys;
