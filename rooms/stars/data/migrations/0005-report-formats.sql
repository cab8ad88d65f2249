-- Formats of files for the systems above: columns, their order, and whose words. Data that a county edits, never code.

create table star_report_formats (
  district   text collate "C" not null,
  unit       text collate "C" not null,
  id         uuid not null,
  name       text not null check (char_length(name) between 1 and 100),
  system     text not null check (char_length(system) <= 100),
  list       text collate "C" not null check (list in ('candidacies', 'rows', 'targets', 'held')),
  content    jsonb not null,
  version    int not null check (version > 0),
  changed_at timestamptz not null,
  dropped_on date,
  primary key (district, id),
  constraint star_report_formats_district check (district = left(unit, 6))
);
create index star_report_formats_unit on star_report_formats (district, unit);
comment on column star_report_formats.content is 'not personal: file kind, sheet, style of dates, and the columns in their order';
comment on column star_report_formats.name is 'not personal: what the format is called';
select app_table('star_report_formats', 'growing', 'stars', 'A list as another system wants it; used by the unit and everybody below it.');
