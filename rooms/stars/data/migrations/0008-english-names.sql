-- A county may name a cycle in English too; readers of English see the Chinese name where it has none.

alter table star_cycles add column name_en text check (char_length(name_en) between 1 and 120);
comment on column star_cycles.name_en is 'The name in English; null: readers of English see the Chinese one.';
