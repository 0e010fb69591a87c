-- A document is some thirty kilobytes and is written twice. PostgreSQL's own compression of it costs more than all else
-- that it does for an assessment, and the outbox is read again at once; both tables are small in a year of referrals.
alter table assessment alter column document set storage external;
alter table outbox alter column payload set storage external;
