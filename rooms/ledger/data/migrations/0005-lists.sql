-- Lists of a million entries: open ones by their day, the others from the latest backwards, over everything for posts above the
-- county and within a county for all others; rare kinds by themselves.

create index ledger_entries_open on ledger_entries (due, id) where state in ('assigned', 'refused', 'rectifying', 'checking');
create index ledger_entries_open_here on ledger_entries (district, due, id)
  where state in ('assigned', 'refused', 'rectifying', 'checking');
create index ledger_entries_past on ledger_entries (due desc, id)
  where state in ('closed', 'held', 'relapsed', 'withdrawn');
create index ledger_entries_past_here on ledger_entries (district, due desc, id)
  where state in ('closed', 'held', 'relapsed', 'withdrawn');
create index ledger_entries_register on ledger_entries (kind, due, id) where kind <> 'problem';
