-- What the choices of a datum are called in English, one for one; none where nobody gave it.
alter table fact_definitions add column choices_en text[] not null default '{}';
alter table fact_definitions add constraint fact_definitions_choices_en check (cardinality(choices_en) in (0, cardinality(choices)));
