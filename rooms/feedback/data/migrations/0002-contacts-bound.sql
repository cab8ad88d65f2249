-- A contact is sealed to its own record, so that a copy of it in another row does not open. Those sealed before this were
-- sealed to the column only and say so until they are sealed anew (api/contacts.ts, jobs/bind-contacts.ts).

alter table feedback_cases add column contact_bound boolean not null default false;
alter table feedback_cases alter column contact_bound drop default;
comment on column feedback_cases.contact_bound is 'not personal: whether the contact is sealed to this very record; without a contact it says nothing';

create index feedback_cases_filed on feedback_cases (district, filed_at);
