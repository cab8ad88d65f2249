-- Units through time, how they followed one another, and the second trees beside them.

create table unit_versions (
  code          text collate "C" not null,
  valid_from    date not null,
  valid_to      date,
  level         smallint not null,
  name          text collate "C" not null,
  kind_official text collate "C",
  kind_override text collate "C",
  initials      text collate "C" not null,
  grams         text[] collate "C" not null,
  act           uuid not null,
  primary key (code, valid_from),
  constraint unit_versions_code check (
    code ~ '^[0-9]+$'
    and level = case length(code) when 2 then 1 when 4 then 2 when 6 then 3 when 9 then 4 when 12 then 5 else 0 end
  ),
  constraint unit_versions_days check (valid_to >= valid_from),
  constraint unit_versions_name check (length(name) between 1 and 100),
  constraint unit_versions_kinds check (
    kind_official in ('village', 'community') and level = 5 or kind_official is null
  ),
  constraint unit_versions_override check (
    kind_override in ('village', 'community') and level = 5 or kind_override is null
  )
);
-- Serves children of a unit, units of one level below it, and search in the order of levels; also: one open version a code.
create unique index unit_versions_level on unit_versions (level, code, valid_to) include (valid_from) nulls not distinct;
-- Two, because a search shows upper levels first and a pair that every tenth village bears may stand in no town's name.
-- The list of entries not yet sorted in is kept short: every search reads all of it.
create index unit_versions_grams_upper on unit_versions using gin (grams) with (gin_pending_list_limit = 1024) where level < 5;
create index unit_versions_grams_village on unit_versions using gin (grams) with (gin_pending_list_limit = 1024) where level = 5;
create index unit_versions_initials on unit_versions (initials);
select app_table('unit_versions', 'standard', 'units', 'The state of a unit (name, kind) from one day to another, both inclusive; its code is its path.');

create table unit_successions (
  from_code text collate "C" not null,
  to_code   text collate "C" not null,
  on_day    date not null,
  kind      text collate "C" not null,
  act       uuid not null,
  primary key (from_code, to_code, on_day),
  constraint unit_successions_kind check (kind in ('recoded', 'merged', 'split')),
  constraint unit_successions_differ check (from_code <> to_code)
);
create index unit_successions_to on unit_successions (to_code);
select app_table('unit_successions', 'standard', 'units', 'Which unit handed over to which on what day; a split hands over only the parts named by rows of their own.');

create table organisations (
  id         uuid primary key,
  unit       text collate "C" not null,
  type       text collate "C" not null,
  host       text collate "C" not null,
  name       text not null,
  parent     uuid,
  valid_from date not null,
  valid_to   date,
  act        uuid not null,
  constraint organisations_unit check (unit ~ '^[0-9]{2,12}$'),
  constraint organisations_type check (type in ('department', 'committee', 'general-branch', 'branch', 'grid-branch')),
  constraint organisations_host check (host in ('office', 'village', 'community', 'enterprise', 'school', 'hospital', 'association', 'grid', 'building', 'other')),
  constraint organisations_name check (length(name) between 1 and 100),
  constraint organisations_days check (valid_to >= valid_from),
  constraint organisations_not_own_parent check (parent <> id)
);
create index organisations_unit on organisations (unit);
create index organisations_parent on organisations (parent);
select app_table('organisations', 'standard', 'units', 'Departments and Party organisations as trees of their own, each with the unit it serves.');
alter table organisations add constraint organisations_parent_fk foreign key (parent) references organisations (id) on delete restrict;

create table linked_officers (
  district   text collate "C" not null,
  unit       text collate "C" not null,
  id         uuid not null,
  person     uuid not null,
  post       uuid,
  role       text not null,
  valid_from date not null,
  valid_to   date,
  act        uuid not null,
  primary key (district, id),
  constraint linked_officers_district check (district = left(unit, 6)),
  constraint linked_officers_unit check (unit ~ '^[0-9]{6,12}$'),
  constraint linked_officers_role check (length(role) between 1 and 30),
  constraint linked_officers_days check (valid_to >= valid_from)
);
create index linked_officers_unit on linked_officers (district, unit);
create index linked_officers_person on linked_officers (district, person);
select app_table('linked_officers', 'growing', 'units', 'Who is responsible for which village or township (包联), from when to when.');
