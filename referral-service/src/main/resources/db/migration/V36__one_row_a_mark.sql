select set_config('app.orgs', 'platform', true);

-- Whoever writes goes on rather than queueing behind this: it is tried again.
set local lock_timeout = '10s';

-- One row a mark: below a policy an index of arrays is of no use, for their operators are not leakproof, and every comparison
-- would read the marks of everybody who was ever sent.
alter table likeness_mark rename to likeness_marks;
drop index likeness_mark_of;
create table likeness_mark (
    mark text not null,
    referral_id uuid not null references referral on delete cascade,
    primary key (mark, referral_id)
);
create index likeness_mark_of on likeness_mark (referral_id);
insert into likeness_mark (mark, referral_id) select distinct unnest(marks), referral_id from likeness_marks;
drop table likeness_marks;
alter table likeness_mark enable row level security;
alter table likeness_mark force row level security;
create policy likeness_mark_all on likeness_mark using (current_setting('app.orgs', true) = 'platform');
grant select, insert, delete on likeness_mark to referral;

-- Whether the rules have judged while the referral was held: that is not shown to its hospital.
alter table referral add column judged_unseen boolean not null default false;
