-- The day on which what the facts come to changes by itself: an age bound, a value that goes stale, the end of a deferral.
alter table held_dossier add column due_on date;
create index held_dossier_due on held_dossier (due_on) where due_on is not null;
