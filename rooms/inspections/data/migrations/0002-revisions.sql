-- A plan that was wrong is revised by another one that names it; the old one ends and keeps what was seen under it.

alter table inspections drop constraint inspections_state_check;
alter table inspections add constraint inspections_state_check check (state in ('draft', 'open', 'closed', 'withdrawn', 'revised'));
alter table inspections drop constraint inspections_ended;
alter table inspections add constraint inspections_ended check ((state in ('closed', 'withdrawn', 'revised')) = (ended_on is not null));
alter table inspections add column revises uuid;
alter table inspections add column revised_as uuid;
alter table inspections add column revision_reason text not null default '' check (char_length(revision_reason) <= 500);
alter table inspections alter column revision_reason drop default;
alter table inspections add constraint inspections_revised check ((state = 'revised') = (revised_as is not null));
alter table inspections add constraint inspections_why check (revises is null or revision_reason <> '');
comment on column inspections.revises is 'The inspection whose plan this one corrects.';
comment on column inspections.revised_as is 'The inspection that corrects this one.';
comment on column inspections.revision_reason is 'Why the one before was revised.';
create index inspections_revises on inspections (district, revises) where revises is not null;
alter table inspections add constraint inspections_corrects
  foreign key (district, revises) references inspections (district, id) on delete restrict;
