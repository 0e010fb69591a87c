set local lock_timeout = '10s';

-- In a migration of its own: the columns are there, and nobody has to wait for more than to write while the table is read.
create index referral_superseded_by on referral (superseded_by) where superseded_by is not null;
