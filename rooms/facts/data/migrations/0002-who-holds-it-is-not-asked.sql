-- A form is asked of those alone who do not hold its data yet: the others are named with it, and it asks nothing of them.
alter table form_demands add column spared text[] not null default '{}';
comment on column form_demands.spared is 'Villages and communities of the range that had stated a datum it asks for when it was registered.';
