-- How often the process that opens pictures went down over this one: what befell the process is not the picture's fault, and is
-- tried again; a picture over which it goes down every time is given up.
alter table evidence_items add column lost smallint not null default 0;
comment on column evidence_items.lost is 'How often the process that opens pictures ended over this one without an answer.';
