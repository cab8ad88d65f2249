-- Registers of their own kind (无主楼院, 软弱涣散): entries with fields that a pack defines. And search: the pairs of
-- neighbouring characters of what is to be mended, because nothing else finds Chinese by an index.

alter table ledger_entries add column particulars jsonb not null default '{}' check (jsonb_typeof(particulars) = 'object');
alter table ledger_entries alter column particulars drop default;
alter table ledger_entries add column pairs text[] not null default '{}';
alter table ledger_entries alter column pairs drop default;
comment on column ledger_entries.particulars is 'Fields of its register by id, as text; their meaning stands in the pack.';
comment on column ledger_entries.pairs is 'personal: purpose=search in problem and particulars; basis=statutory duty; seen-by=posts of the owning and the mending unit with ledger.read; days=3650';
create index ledger_entries_pairs on ledger_entries using gin (pairs) with (gin_pending_list_limit = 1024);
create index ledger_entries_kind on ledger_entries (district, kind, subject) where kind <> 'problem';
