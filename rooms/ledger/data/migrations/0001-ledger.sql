-- The ledger: what has to be mended, by which unit, until when, and the steps by which it got there.

create table ledger_entries (
  district            text collate "C" not null,
  unit                text collate "C" not null,
  id                  uuid not null,
  subject             text collate "C" not null,
  kind                text collate "C" not null check (kind ~ '^[a-z][a-z-]{0,39}$'),
  source_kind         text collate "C" not null
    check (source_kind in ('remark', 'finding', 'review', 'inspection', 'request', 'meeting')),
  source              text collate "C" check (source ~ '^[a-z-]{1,40}:[A-Za-z0-9.-]{1,80}$'),
  star                text collate "C",
  criterion           text collate "C",
  problem             text not null check (char_length(problem) between 1 and 2000),
  measure             text not null check (char_length(measure) <= 2000),
  responsible         text not null check (char_length(responsible) <= 100),
  responsible_account uuid,
  supervisor          text not null check (char_length(supervisor) <= 100),
  state               text collate "C" not null
    check (state in ('assigned', 'refused', 'rectifying', 'checking', 'closed', 'held', 'relapsed', 'withdrawn')),
  clock_from          date not null,
  days                int check (days > 0),
  due                 date,
  assigned_on         date not null,
  assigned_by         uuid,
  refused_by          uuid,
  rectifiers          uuid[] not null,
  report              text not null check (char_length(report) <= 2000),
  rectified_on        date,
  closed_on           date,
  closed_by           uuid,
  extension_until     date,
  extension_by        uuid,
  extensions          int not null check (extensions >= 0),
  returns             int not null check (returns >= 0),
  look_back_on        date,
  relapse_of          uuid,
  relapsed_as         uuid,
  alarm               int not null check (alarm >= 0),
  steps               int not null check (steps > 0),
  primary key (district, id),
  constraint ledger_entries_district check (district = left(unit, 6)),
  -- The unit that must mend lies at or below the one that owns the entry.
  constraint ledger_entries_subject check (subject ^@ unit),
  constraint ledger_entries_term check (days is not null or due is not null),
  -- Never by the one who rectified, nor by the one responsible.
  constraint ledger_entries_second check (
    closed_by is null or (closed_by is distinct from responsible_account and not (closed_by = any (rectifiers)))),
  constraint ledger_entries_closed check (state not in ('closed', 'held') or closed_on is not null),
  constraint ledger_entries_relapsed check ((state = 'relapsed') = (relapsed_as is not null))
);
create index ledger_entries_unit on ledger_entries (district, unit, state, due);
create index ledger_entries_subject on ledger_entries (district, subject, state, due);
create index ledger_entries_source on ledger_entries (district, source);
create index ledger_entries_relapse on ledger_entries (district, relapse_of);
comment on column ledger_entries.kind is 'problem, or a register of its own (later rooms add kinds).';
comment on column ledger_entries.source is 'kind:id of the record it came from; null when it was only said.';
comment on column ledger_entries.problem is 'personal: purpose=what is to be mended, may name people; basis=statutory duty; seen-by=posts of the owning and the mending unit with ledger.read; days=3650';
comment on column ledger_entries.measure is 'personal: purpose=how it is mended; basis=statutory duty; seen-by=posts of the owning and the mending unit with ledger.read; days=3650';
comment on column ledger_entries.responsible is 'personal: purpose=which post or duty answers for it; basis=statutory duty; seen-by=posts of the owning and the mending unit with ledger.read; days=3650';
comment on column ledger_entries.supervisor is 'personal: purpose=which post or duty sees to it; basis=statutory duty; seen-by=posts of the owning and the mending unit with ledger.read; days=3650';
comment on column ledger_entries.report is 'personal: purpose=what was done; basis=statutory duty; seen-by=posts of the owning and the mending unit with ledger.read; days=3650';
select app_table('ledger_entries', 'growing', 'ledger',
  'One problem that a unit (subject) has to mend; unit is the one that convened or owns it. Its state is the fold of its steps.');

create table ledger_steps (
  district text collate "C" not null,
  unit     text collate "C" not null,
  id       uuid not null,
  entry    uuid not null,
  subject  text collate "C" not null,
  seq      int not null check (seq > 0),
  at       timestamptz not null,
  on_day   date not null,
  verb     text collate "C" not null
    check (verb in ('assign', 'plan', 'accept', 'refuse', 'arbitrate', 'rectify', 'return', 'closeOut', 'askExtension', 'decideExtension', 'lookBack', 'withdraw', 'escalate')),
  by       uuid,
  by_unit  text collate "C",
  by_role  text collate "C",
  text     text not null check (char_length(text) <= 2000),
  days     int,
  due      date,
  granted  boolean,
  plan     jsonb,
  evidence uuid[] not null,
  other    uuid,
  primary key (district, id),
  constraint ledger_steps_district check (district = left(unit, 6)),
  constraint ledger_steps_subject check (subject ^@ unit),
  constraint ledger_steps_granted check ((verb in ('arbitrate', 'decideExtension', 'lookBack')) = (granted is not null)),
  constraint ledger_steps_reason check (verb not in ('refuse', 'arbitrate', 'rectify', 'return', 'askExtension', 'withdraw') or text <> '')
);
create unique index ledger_steps_entry on ledger_steps (district, entry, seq);
comment on column ledger_steps.by is 'The account, for the rule of the second person; screens show unit and role only.';
comment on column ledger_steps.text is 'personal: purpose=reason or report in the words of whoever took the step; basis=statutory duty; seen-by=posts of the owning and the mending unit with ledger.read; days=3650';
comment on column ledger_steps.evidence is 'Ids of evidence cited with the step.';
select app_table('ledger_steps', 'growing', 'ledger', 'What happened to an entry, in order, as both units read it; never changed.');

alter table ledger_entries add constraint ledger_entries_came_back
  foreign key (district, relapse_of) references ledger_entries (district, id) on delete restrict;
alter table ledger_steps add constraint ledger_steps_of_entry
  foreign key (district, entry) references ledger_entries (district, id) on delete restrict;
