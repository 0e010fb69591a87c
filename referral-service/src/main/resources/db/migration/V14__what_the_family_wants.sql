-- Which hub the family would rather go to, which not, and why, in codes: a term of every choice of hub that follows.
alter table referral add column family_wishes text not null default '{"declined":[]}';
