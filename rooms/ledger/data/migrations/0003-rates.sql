-- The honest rate on time needs to know whether an entry was ever reported late: a return or an extension gives new days and
-- would otherwise hide it. Entries reported before this column stands count as in time.

alter table ledger_entries add column ever_late boolean not null default false;
alter table ledger_entries alter column ever_late drop default;
comment on column ledger_entries.ever_late is 'Reported as mended after its day at least once.';
create index ledger_entries_closed on ledger_entries (district, closed_on) where closed_on is not null;
create index ledger_entries_look_back on ledger_entries (district, look_back_on) where look_back_on is not null;
