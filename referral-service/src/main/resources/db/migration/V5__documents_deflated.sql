-- Documents are kept deflated by the service: nothing for PostgreSQL to compress. What is there already stays as it is.
alter table assessment alter column document type bytea using convert_to(document, 'UTF8');
alter table assessment alter column document set storage external;
