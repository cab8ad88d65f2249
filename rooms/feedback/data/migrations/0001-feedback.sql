-- Complaints and suggestions about this system and its use (国办函〔2026〕12号): records and their steps.

create table feedback_cases (
  district    text collate "C" not null,
  unit        text collate "C" not null,
  id          uuid not null,
  code        text collate "C" not null,
  kind        text collate "C" not null check (kind in ('complaint', 'suggestion', 'correction')),
  subject     text collate "C",
  desk        text collate "C" not null check (desk in ('county', 'operator')),
  state       text collate "C" not null
    check (state in ('received', 'handling', 'answered', 'satisfied', 'reopened', 'closed', 'transferred')),
  rated       boolean not null default false,
  steps       int not null check (steps > 0),
  text        text not null check (char_length(text) <= 2000),
  contact     text,
  filed_at    timestamptz not null,
  clock_from  date not null,
  answered_on date,
  closed_on   date,
  primary key (district, id),
  constraint feedback_cases_district check (district = left(unit, 6))
);
create index feedback_cases_open on feedback_cases (district, state, clock_from);
create index feedback_cases_code on feedback_cases (code);
comment on column feedback_cases.code is 'Blind index of the tracking code; the code itself is kept nowhere.';
comment on column feedback_cases.desk is 'county: posts with feedback.handle over the unit; operator: feedback.oversee only, when the county itself or above is spoken of.';
comment on column feedback_cases.text is 'personal: purpose=handling the complaint or suggestion; basis=statutory duty (国办函〔2026〕12号); seen-by=handler and holder of the code; days=730';
comment on column feedback_cases.contact is 'personal: purpose=asking back, given freely; basis=consent; seen-by=handler after a logged reveal; days=90 after closing';
select app_table('feedback_cases', 'growing', 'feedback',
  'One complaint or suggestion in one county''s books; a transfer to another county ends it there and begins one here under the same code.');

create table feedback_steps (
  district  text collate "C" not null,
  unit      text collate "C" not null,
  id        uuid not null,
  record    uuid not null,
  code      text collate "C" not null,
  desk      text collate "C" not null check (desk in ('county', 'operator')),
  seq       int not null,
  at        timestamptz not null,
  verb      text collate "C" not null check (verb in ('file', 'accept', 'answer', 'transfer', 'receive', 'rate', 'close')),
  satisfied boolean,
  text      text not null check (char_length(text) <= 2000),
  primary key (district, id),
  constraint feedback_steps_district check (district = left(unit, 6)),
  constraint feedback_steps_satisfied check ((verb = 'rate') = (satisfied is not null))
);
create unique index feedback_steps_record on feedback_steps (district, record, seq);
create index feedback_steps_code on feedback_steps (code);
comment on column feedback_steps.code is 'Blind index of the tracking code, as in feedback_cases.';
comment on column feedback_steps.text is 'personal: purpose=the answer, or what the sender says of it; basis=statutory duty (国办函〔2026〕12号); seen-by=handler and holder of the code; days=730';
select app_table('feedback_steps', 'growing', 'feedback', 'What happened to a record, in order, as its sender may read it; never who of the office did it.');

alter table feedback_steps add constraint feedback_steps_of_case
  foreign key (district, record) references feedback_cases (district, id) on delete cascade;

-- Holding a tracking code opens that one record, in this transaction only. A function, because `set local` takes no
-- parameters and set_config() does not reach the workers of a distributed database.
create function feedback_enter(code text) returns void language plpgsql as $$
begin
  if code is null or code !~ '^[A-Za-z0-9_-]{43}$' then
    raise exception 'feedback_enter: not the index of a code' using errcode = 'invalid_parameter_value';
  end if;
  execute format('set local app.feedback_code = %L', code);
end $$;
revoke all on function feedback_enter from public;
