-- Issuing takes a second person: whoever wrote a draft or changed it last never issues it. Editions that come with the system are
-- installed as they are; nobody here wrote them. What was issued before this rule stays as it is, so the check looks at new rows.

alter table editions add column revised_by uuid;
comment on column editions.revised_by is 'The account that changed the draft last; screens do not show it.';
alter table editions add constraint editions_second_person check (
  state <> 'issued' or origin = 'shipped'
  or (issued_by is not null and issued_by is distinct from drafted_by and issued_by is distinct from revised_by)
) not valid;
