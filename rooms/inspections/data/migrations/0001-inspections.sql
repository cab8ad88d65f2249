-- Inspections and what was seen in them. A fault is an entry of the ledger at once; the row here says which.

create table inspections (
  district   text collate "C" not null,
  unit       text collate "C" not null,
  id         uuid not null,
  title      text not null check (char_length(title) between 1 and 100),
  basis      text not null check (char_length(basis) between 1 and 400),
  minutes    int not null check (minutes between 1 and 6000),
  checklist  text collate "C" not null,
  items      jsonb not null,
  subjects   text[] collate "C" not null check (cardinality(subjects) between 1 and 500),
  from_day   date not null,
  to_day     date not null,
  state      text collate "C" not null check (state in ('draft', 'open', 'closed', 'withdrawn')),
  planned_on date not null,
  ended_on   date,
  primary key (district, id),
  constraint inspections_district check (district = left(unit, 6)),
  constraint inspections_days check (from_day <= to_day),
  constraint inspections_ended check ((state in ('closed', 'withdrawn')) = (ended_on is not null))
);
create index inspections_unit on inspections (district, unit, state);
comment on column inspections.items is 'The checklist as it was when planned; packs may change.';
select app_table('inspections', 'growing', 'inspections', 'One inspection of a unit: its plan, its basis, the units and items it looks at.');

create table inspection_findings (
  district   text collate "C" not null,
  unit       text collate "C" not null,
  id         uuid not null,
  inspection uuid not null,
  subject    text collate "C" not null,
  item       text collate "C" not null,
  outcome    text collate "C" not null check (outcome in ('fine', 'fault')),
  note       text not null check (char_length(note) <= 2000),
  on_day     date not null,
  at         timestamptz not null,
  by_unit    text collate "C",
  by_role    text collate "C",
  entry      uuid,
  primary key (district, id),
  constraint inspection_findings_district check (district = left(unit, 6)),
  constraint inspection_findings_subject check (subject ^@ unit),
  constraint inspection_findings_entry check ((outcome = 'fault') = (entry is not null))
);
create index inspection_findings_of on inspection_findings (district, inspection, subject, item);
create index inspection_findings_day on inspection_findings (district, unit, on_day);
comment on column inspection_findings.note is 'personal: purpose=what was found on the spot, may name people; basis=statutory duty; seen-by=posts of the inspecting unit with inspections.read; days=3650';
select app_table('inspection_findings', 'growing', 'inspections', 'What was seen of one item at one unit on a day; never changed, a later look is another row.');

alter table inspection_findings add constraint inspection_findings_inspection
  foreign key (district, inspection) references inspections (district, id) on delete restrict;
