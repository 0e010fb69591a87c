-- Keys the hashes of requests. One row, wrapped as the others are; it outlives every master key.
create table hash_key (
    only_one boolean primary key default true check (only_one),
    master_key_id text not null,
    wrapped bytea not null
);
grant select, insert, update (master_key_id, wrapped) on hash_key to referral_keys;
-- A new master key wraps the stored keys anew; nothing else of a row ever changes.
grant update (master_key_id, wrapped) on referral_key to referral_keys;
