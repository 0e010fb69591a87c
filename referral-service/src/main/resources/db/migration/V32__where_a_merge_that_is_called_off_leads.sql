set local lock_timeout = '10s';

-- Where a referral goes that waits to live on in another one, should it not; null where its verdicts lead.
alter table referral add column otherwise text;
