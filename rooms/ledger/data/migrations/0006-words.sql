-- Lists above the county filter by unit and state inside the index itself, before row security looks at a row.

drop index ledger_entries_open;
drop index ledger_entries_past;
create index ledger_entries_open on ledger_entries (due, id, subject, state)
  where state in ('assigned', 'refused', 'rectifying', 'checking');
create index ledger_entries_past on ledger_entries (due desc, id, subject, state)
  where state in ('closed', 'held', 'relapsed', 'withdrawn');
-- A register's open ones are few among many that are past.
drop index ledger_entries_register;
create index ledger_entries_register_open on ledger_entries (kind, due, id)
  where kind <> 'problem' and state in ('assigned', 'refused', 'rectifying', 'checking');
create index ledger_entries_register_past on ledger_entries (kind, due desc, id)
  where kind <> 'problem' and state in ('closed', 'held', 'relapsed', 'withdrawn');

-- Text is looked for by pairs of neighbouring characters. Row security lets an index be used only for what a policy itself
-- asks, so the words looked for stand in a setting that the policy of this table compares (policies.sql).

create table ledger_words (
  district text collate "C" not null,
  unit     text collate "C" not null,
  id       uuid not null,
  subject  text collate "C" not null,
  open     boolean not null,
  due      date,
  words    text[] not null,
  primary key (district, id),
  constraint ledger_words_district check (district = left(unit, 6)),
  constraint ledger_words_subject check (subject ^@ unit)
);
-- Pairs that letters alone do not make are kept as well: nobody ever looks for them.
insert into ledger_words (district, unit, id, subject, open, due, words)
select e.district, e.unit, e.id, e.subject, e.state in ('assigned', 'refused', 'rectifying', 'checking'), e.due,
  array(select distinct substr(t, i, 2) from generate_series(1, greatest(length(t) - 1, 1)) i) ||
  array(select distinct '@' || left(e.subject, n) from unnest('{4,6}'::int[]) n)
from ledger_entries e
  cross join lateral (select lower(normalize(e.problem || case when e.kind = 'problem' then '' else ' ' || e.particulars::text end, NFKC))) folded(t);
create index ledger_words_open on ledger_words using gin (words) with (gin_pending_list_limit = 1024) where open;
create index ledger_words_past on ledger_words using gin (words) with (gin_pending_list_limit = 1024) where not open;
comment on column ledger_words.id is 'The entry.';
comment on column ledger_words.open is 'The entry is not mended and checked yet; it ceases to be once.';
comment on column ledger_words.due is 'The entry''s day, so that the nearest of many are found without looking at the entries.';
comment on column ledger_words.words is 'personal: purpose=pairs of characters by which the problem is found; basis=statutory duty; seen-by=posts of the owning and the mending unit with ledger.read; days=3650';
select app_table('ledger_words', 'growing', 'ledger', 'What a ledger entry is found by: pairs of characters of its problem, and the prefecture and county of the unit that mends.');
alter table ledger_words add constraint ledger_words_of_entry
  foreign key (district, id) references ledger_entries (district, id) on delete restrict;
