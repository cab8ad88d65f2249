-- The words around the figures of a draft from data: a unit keeps its own for itself and those below it.

create table bulletin_wordings (
  district  text collate "C" not null,
  unit      text collate "C" not null,
  kind      text collate "C" not null check (kind ~ '^[a-z][a-z-]{0,39}$'),
  addressee text not null check (char_length(addressee) <= 300),
  opening   text not null check (char_length(opening) <= 1000),
  closing   text not null check (char_length(closing) <= 1000),
  headings  jsonb not null check (jsonb_typeof(headings) = 'array'),
  primary key (district, unit, kind),
  constraint bulletin_wordings_district check (district = left(unit, 6))
);
comment on column bulletin_wordings.headings is 'In the order of the headings of the draft; an empty one stays as the room words it.';
select app_table('bulletin_wordings', 'growing', 'bulletins',
  'How a unit words drafts from data of a kind: addressee, opening and closing sentence, headings; a draft keeps what it was made with.');
