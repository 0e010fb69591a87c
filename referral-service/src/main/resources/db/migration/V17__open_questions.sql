-- The questions that wait for an answer, JSON, and until when the first of them is to be answered: what is due of a hospital.
alter table referral
    add column questions text not null default '{"open":[]}',
    add column question_due_at timestamptz;
create index referral_asked on referral (question_due_at) where question_due_at is not null;
