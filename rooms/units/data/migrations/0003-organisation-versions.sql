-- Organisations through time: a row is now the state of one from one day to another, as with units, so that a rename or a
-- move leaves the days before as they were. What was there becomes the first version of each.

-- A parent is an organisation, not one of its versions: its id is checked by the room, which also knows the days.
alter table organisations drop constraint organisations_parent_fk;
alter table organisations drop constraint organisations_pkey;
alter table organisations add constraint organisations_pkey primary key (id, valid_from);
-- One open version an organisation.
create unique index organisations_open on organisations (id, valid_to) nulls not distinct;
comment on table organisations is 'The state of a department or Party organisation (name, parent, unit served) from one day to another, both inclusive; the trees beside the units.';
