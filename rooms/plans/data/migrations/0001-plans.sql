-- Plans of many tasks. A task that is handed on has tasks below it, each owned by who handed it out.

create table plans (
  district text collate "C" not null,
  unit     text collate "C" not null,
  id       uuid not null,
  title    text not null check (char_length(title) between 1 and 200),
  from_day date not null,
  to_day   date not null,
  primary key (district, id),
  constraint plans_district check (district = left(unit, 6)),
  constraint plans_days check (from_day <= to_day)
);
create index plans_unit on plans (district, unit);
select app_table('plans', 'growing', 'plans', 'A plan of a unit over some time, made of tasks.');

create table plan_tasks (
  district     text collate "C" not null,
  unit         text collate "C" not null,
  id           uuid not null,
  plan         uuid not null,
  plan_title   text not null,
  parent       uuid,
  number       text not null check (char_length(number) between 1 and 20),
  action       text not null check (char_length(action) between 1 and 200),
  title        text not null check (char_length(title) between 1 and 500),
  subject      text collate "C" not null,
  due          date not null,
  days         int check (days > 0),
  measure      text not null check (char_length(measure) <= 2000),
  state        text collate "C" not null check (state in ('open', 'reported', 'confirmed')),
  report       text not null check (char_length(report) <= 2000),
  reported_by  uuid,
  confirmed_by uuid,
  primary key (district, id),
  constraint plan_tasks_district check (district = left(unit, 6)),
  constraint plan_tasks_subject check (subject ^@ unit),
  -- Never by the one who reported it.
  constraint plan_tasks_second check (confirmed_by is null or confirmed_by is distinct from reported_by),
  constraint plan_tasks_reported check (state = 'open' or (reported_by is not null and report <> '')),
  constraint plan_tasks_confirmed check ((state = 'confirmed') = (confirmed_by is not null))
);
create unique index plan_tasks_number on plan_tasks (district, plan, number) where parent is null;
create index plan_tasks_plan on plan_tasks (district, plan, parent);
create index plan_tasks_subject_open on plan_tasks (district, subject, state);
create index plan_tasks_unit on plan_tasks (district, unit, state);
comment on column plan_tasks.plan_title is 'The name of its plan, for units that see their own tasks and not the plan.';
comment on column plan_tasks.measure is 'personal: purpose=how it is done, may name duties; basis=statutory duty; seen-by=posts of the assigning and the doing unit with plans.read; days=3650';
comment on column plan_tasks.report is 'personal: purpose=what was done; basis=statutory duty; seen-by=posts of the assigning and the doing unit with plans.read; days=3650';
comment on column plan_tasks.reported_by is 'The account, for the rule of the second person; shown nowhere.';
select app_table('plan_tasks', 'growing', 'plans', 'One task: unit handed it out, subject does it or hands it on to units below.');

alter table plan_tasks add constraint plan_tasks_of_plan foreign key (district, plan) references plans (district, id) on delete restrict;
alter table plan_tasks add constraint plan_tasks_above foreign key (district, parent) references plan_tasks (district, id) on delete restrict;
