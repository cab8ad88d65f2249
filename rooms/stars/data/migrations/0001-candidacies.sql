-- A year's accreditation: the cycle, what its counties may give, what units aim for, one record a star of a unit with its
-- steps, and the self-check behind it.

create table star_cycles (
  id         uuid primary key,
  unit       text collate "C" not null,
  year       int not null check (year between 2000 and 2999),
  name       text not null check (char_length(name) between 1 and 120),
  edition    text collate "C" not null check (char_length(edition) between 1 and 120),
  calendar   jsonb not null,
  parameters jsonb not null,
  offices    jsonb not null,
  stars      jsonb not null,
  state      text collate "C" not null check (state in ('draft', 'open', 'closed')),
  version    int not null check (version > 0),
  planned_at timestamptz not null,
  opened_at  timestamptz,
  closed_at  timestamptz,
  constraint star_cycles_opened check ((state = 'draft') = (opened_at is null)),
  constraint star_cycles_closed check ((state = 'closed') = (closed_at is not null))
);
create index star_cycles_unit on star_cycles (unit, year);
comment on column star_cycles.edition is 'publisher/standard/edition, fixed once the cycle is open.';
comment on column star_cycles.calendar is 'Stages: id, name, first and last day.';
comment on column star_cycles.parameters is 'What the county set; a missing one is not set and never guessed.';
comment on column star_cycles.stars is 'Code, name, scope and lead office of the edition''s stars, for those who do not read editions.';
comment on column star_cycles.offices is 'Star → name of the office that reviews it.';
select app_table('star_cycles', 'standard', 'stars', 'One accreditation cycle of a convening unit: year, edition, calendar, parameters.');

create table star_quotas (
  district text collate "C" not null,
  unit     text collate "C" not null,
  id       uuid not null,
  cycle    uuid not null,
  star     text collate "C" not null,
  most     int not null check (most >= 0),
  hard     boolean not null,
  given    int not null check (given >= 0),
  primary key (district, id),
  constraint star_quotas_district check (district = left(unit, 6)),
  constraint star_quotas_kept check (not hard or given <= most)
);
create unique index star_quotas_star on star_quotas (district, cycle, unit, star);
comment on column star_quotas.given is 'How many were certified against it; raised in the same transaction, held by the row.';
select app_table('star_quotas', 'growing', 'stars', 'How many of a star a unit (a county, or a township below it) may be given in a cycle; hard ones are never exceeded.');

create table star_targets (
  district text collate "C" not null,
  unit     text collate "C" not null,
  id       uuid not null,
  cycle    uuid not null,
  quarter  text collate "C" not null check (quarter ~ '^\d{4}Q[1-4]$'),
  stars    text[] not null,
  version  int not null check (version > 0),
  set_at   timestamptz not null,
  primary key (district, id),
  constraint star_targets_district check (district = left(unit, 6))
);
create unique index star_targets_quarter on star_targets (district, cycle, unit, quarter);
create index star_targets_changed on star_targets (set_at);
select app_table('star_targets', 'growing', 'stars', 'The stars that a unit aims for in a quarter; anybody may read them once the cycle is open.');

create table star_plans (
  district  text collate "C" not null,
  unit      text collate "C" not null,
  id        uuid not null,
  cycle     uuid not null,
  quarter   text collate "C" not null check (quarter ~ '^\d{4}Q[1-4]$'),
  strengths text not null check (char_length(strengths) <= 2000),
  met       text not null check (char_length(met) <= 2000),
  gaps      text not null check (char_length(gaps) <= 2000),
  goal      text not null check (char_length(goal) <= 2000),
  measures  text not null check (char_length(measures) <= 2000),
  set_at    timestamptz not null,
  primary key (district, id),
  constraint star_plans_district check (district = left(unit, 6))
);
create unique index star_plans_quarter on star_plans (district, cycle, unit, quarter);
comment on column star_plans.strengths is 'personal: purpose=自身优势, may name people; basis=statutory duty; seen-by=the unit and posts above it with stars.read; days=3650';
comment on column star_plans.met is 'personal: purpose=已达到标准, may name people; basis=statutory duty; seen-by=the unit and posts above it with stars.read; days=3650';
comment on column star_plans.gaps is 'personal: purpose=短板弱项, may name people; basis=statutory duty; seen-by=the unit and posts above it with stars.read; days=3650';
comment on column star_plans.goal is 'personal: purpose=创建目标, may name people; basis=statutory duty; seen-by=the unit and posts above it with stars.read; days=3650';
comment on column star_plans.measures is 'personal: purpose=创建措施, may name people; basis=statutory duty; seen-by=the unit and posts above it with stars.read; days=3650';
select app_table('star_plans', 'growing', 'stars', 'The five questions behind what a unit aims for (创建计划表).');

create table star_candidacies (
  district     text collate "C" not null,
  unit         text collate "C" not null,
  id           uuid not null,
  cycle        uuid not null,
  star         text collate "C" not null,
  batch        int not null check (batch > 0),
  state        text collate "C" not null check (state in ('checking', 'first', 'office', 'joint', 'agreed', 'publicised', 'certified', 'returned', 'refused', 'appealed', 'dismissed', 'withdrawn')),
  submissions  int not null check (submissions >= 0),
  back         text collate "C" check (back in ('first', 'office', 'joint')),
  due          date,
  rows         jsonb not null,
  submitters   uuid[] not null,
  reviewers    uuid[] not null,
  digest       text collate "C",
  drawn        boolean not null,
  confirmed    boolean not null,
  publicity    uuid,
  public_until date,
  refused_on   date,
  refused_by   uuid,
  certified_on date,
  steps        int not null check (steps > 0),
  changed_at   timestamptz not null,
  primary key (district, id),
  constraint star_candidacies_district check (district = left(unit, 6)),
  constraint star_candidacies_returned check (state <> 'returned' or (back is not null and due is not null and jsonb_array_length(rows) > 0)),
  constraint star_candidacies_refused check (state not in ('refused', 'dismissed') or jsonb_array_length(rows) > 0),
  constraint star_candidacies_public check (state not in ('publicised', 'certified') or (publicity is not null and public_until is not null)),
  constraint star_candidacies_certified check ((state = 'certified') = (certified_on is not null) and (certified_on is null or certified_on > public_until)),
  -- Whoever submitted is none of those who passed it.
  constraint star_candidacies_second check (not (submitters && reviewers))
);
create unique index star_candidacies_star on star_candidacies (district, cycle, unit, star) where state not in ('withdrawn', 'dismissed');
create index star_candidacies_queue on star_candidacies (district, cycle, state, star, unit);
create index star_candidacies_changed on star_candidacies (changed_at);
create index star_candidacies_public on star_candidacies (district, publicity) where publicity is not null;
comment on column star_candidacies.rows is 'personal: purpose=the rows that a return or refusal named, with reasons; basis=statutory duty; seen-by=the unit and posts above it with stars.read; days=3650';
select app_table('star_candidacies', 'growing', 'stars', 'One star of one unit in one cycle; the state is the fold of its steps.');

create table star_steps (
  district  text collate "C" not null,
  unit      text collate "C" not null,
  id        uuid not null,
  candidacy uuid not null,
  seq       int not null check (seq > 0),
  at        timestamptz not null,
  on_day    date not null,
  verb      text collate "C" not null check (verb in ('begin', 'submit', 'pass', 'return', 'refuse', 'draw', 'confirm', 'publicise', 'certify', 'appeal', 'uphold', 'dismiss', 'withdraw')),
  by        uuid not null,
  by_unit   text collate "C" not null,
  by_role   text collate "C" not null,
  rows      jsonb not null,
  reason    text not null check (char_length(reason) <= 2000),
  due       date,
  other     text collate "C",
  primary key (district, id),
  constraint star_steps_district check (district = left(unit, 6)),
  constraint star_steps_named check (verb not in ('return', 'refuse', 'dismiss') or jsonb_array_length(rows) > 0),
  constraint star_steps_until check (verb not in ('return', 'publicise') or due is not null)
);
create unique index star_steps_seq on star_steps (district, candidacy, seq);
comment on column star_steps.by is 'The account, for the rule of the second person; screens show unit and role only.';
comment on column star_steps.rows is 'personal: purpose=rows named with reasons; basis=statutory duty; seen-by=the unit and posts above it with stars.read; days=3650';
comment on column star_steps.reason is 'personal: purpose=reason in the words of whoever took the step; basis=statutory duty; seen-by=the unit and posts above it with stars.read; days=3650';
select app_table('star_steps', 'growing', 'stars', 'What happened to a candidacy, in order; never changed.');

create table self_check_rows (
  district   text collate "C" not null,
  unit       text collate "C" not null,
  id         uuid not null,
  candidacy  uuid not null,
  row        text collate "C" not null,
  answer     text collate "C" not null check (answer in ('met', 'not-yet', 'not-applicable')),
  reason     text not null check (char_length(reason) <= 1000),
  known      text check (char_length(known) <= 300),
  revision   bigint not null check (revision > 0),
  changed_at timestamptz not null,
  primary key (district, id),
  constraint self_check_rows_district check (district = left(unit, 6)),
  constraint self_check_rows_reason check (answer <> 'not-applicable' or reason <> '')
);
create unique index self_check_rows_row on self_check_rows (district, candidacy, row);
comment on column self_check_rows.reason is 'personal: purpose=why a row is not met or does not apply; basis=statutory duty; seen-by=the unit alone until submitted; days=3650';
comment on column self_check_rows.known is 'What the system already knew, in words with its source; null when it was typed.';
comment on column self_check_rows.revision is 'Given by the device; an older one changes nothing.';
select app_table('self_check_rows', 'growing', 'stars', 'A row of a self-check as typed: a draft that only the unit sees.');

create table self_check_submissions (
  district  text collate "C" not null,
  unit      text collate "C" not null,
  id        uuid not null,
  candidacy uuid not null,
  number    int not null check (number > 0),
  on_day    date not null,
  rows      jsonb not null,
  digest    text collate "C" not null,
  primary key (district, id),
  constraint self_check_submissions_district check (district = left(unit, 6))
);
create unique index self_check_submissions_number on self_check_submissions (district, candidacy, number);
comment on column self_check_submissions.rows is 'personal: purpose=the self-check as submitted; basis=statutory duty; seen-by=the unit and posts above it with stars.read; days=3650';
select app_table('self_check_submissions', 'growing', 'stars', 'A self-check as it was submitted; never changed, compared with the one before.');

alter table star_steps add constraint star_steps_of foreign key (district, candidacy) references star_candidacies (district, id) on delete restrict;
alter table self_check_rows add constraint self_check_rows_of foreign key (district, candidacy) references star_candidacies (district, id) on delete restrict;
alter table self_check_submissions add constraint self_check_submissions_of foreign key (district, candidacy) references star_candidacies (district, id) on delete restrict;
