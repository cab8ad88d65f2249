-- Escalation once a step and term: the term is numbered, the step says which alarm it is and who was told, and a unique index
-- holds what two processes, a crash or a clock that jumps could otherwise do twice.

alter table ledger_entries add column term int not null default 1 check (term > 0);
alter table ledger_entries alter column term drop default;
alter table ledger_entries add column told text collate "C";
comment on column ledger_entries.term is 'How often the days were given; alarms begin anew with each.';
comment on column ledger_entries.told is 'The unit that was told last that the days of this term have passed.';

alter table ledger_steps add column term int;
alter table ledger_steps add column level int check (level in (1, 3));
alter table ledger_steps add column told text collate "C";
alter table ledger_steps add constraint ledger_steps_escalated check (
  verb <> 'escalate' or (level is not null and told is not null and term is not null and by is null));
comment on column ledger_steps.level is 'escalate: more than this many times the days allowed have passed.';
create unique index ledger_steps_once on ledger_steps (district, entry, term, level) where level is not null;
create index ledger_entries_late on ledger_entries (district, due, id)
  where alarm < 2 and state in ('assigned', 'refused', 'rectifying');
create index ledger_entries_told on ledger_entries (told) where told is not null and state in ('assigned', 'refused', 'rectifying');
