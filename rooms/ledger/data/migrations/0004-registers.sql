-- Registers of their own kind (无主楼院, 软弱涣散): entries with fields that a pack defines.

alter table ledger_entries add column particulars jsonb not null default '{}' check (jsonb_typeof(particulars) = 'object');
alter table ledger_entries alter column particulars drop default;
comment on column ledger_entries.particulars is 'Fields of its register by id, as text; their meaning stands in the pack.';
create index ledger_entries_kind on ledger_entries (district, kind, subject) where kind <> 'problem';
