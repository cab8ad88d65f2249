-- Who signed a tally, as far as it can be known: by the account that the seat is bound to, or through a link of the seat.

alter table round_seats
  add column invited_by uuid;
comment on column round_seats.invited_by is 'Account that made the last link of the seat: on a device where it is signed in, that seat signs nothing.';

alter table round_tallies
  add column teller_by     text collate "C" check (teller_by in ('account', 'link')),
  add column supervisor_by text collate "C" check (supervisor_by in ('account', 'link'));
comment on column round_tallies.teller_by is 'Signed in with the account the seat is bound to, or by whoever has the seat''s link; null in signatures from before this was kept.';
