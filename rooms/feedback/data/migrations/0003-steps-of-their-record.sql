-- A step belongs to a record by its unit and code as well: whoever holds one code can append to no other record.

alter table feedback_cases add constraint feedback_cases_whole unique (district, id, unit, code);
alter table feedback_steps drop constraint feedback_steps_of_case;
alter table feedback_steps add constraint feedback_steps_of_case
  foreign key (district, record, unit, code) references feedback_cases (district, id, unit, code) on delete cascade;
