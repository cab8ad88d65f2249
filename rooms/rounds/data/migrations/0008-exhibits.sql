-- Pictures at the sand table: what the convener shows to the hall is served to its seats, while it is on.

alter table rounds add column shown_files jsonb;
comment on column rounds.shown_files is 'Files of the views that the scene shows now, by the id of the picture; they belong to the evidence room and are named there.';
