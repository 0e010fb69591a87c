-- Which version of the dossier somebody was shown: what has come since can be told to whoever reads it again. Null where none
-- was shown, and in rows from before.
alter table audit add column dossier_version int;
