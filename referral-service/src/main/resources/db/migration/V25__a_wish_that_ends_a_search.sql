-- The family does not go to the hub that is asked any more: the search ends for that, and for no verdict. Where it has come to the
-- coordinator or to the hospital before anybody heard of the wish, it stays there.
alter table referral add column wish_ends_search boolean not null default false;
