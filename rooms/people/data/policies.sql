-- Who may do what with accounts. A person reads what is held about itself; posts read and manage what lies below them;
-- password hashes and invitation tokens are columns that no signed-in role may read.

grant select (district, unit, id, name, state, phone, phone_index, created_at) on persons to liangxing_app;
grant insert (district, unit, id, name, state, phone, phone_index, created_at) on persons to liangxing_app;
grant update (district, unit, name, state, phone, phone_index) on persons to liangxing_app;
create policy persons_read on persons for select to liangxing_app using (app_is(id) or (app_may('people.read') and app_reads(unit)));
create policy persons_add on persons for insert to liangxing_app with check (app_may('people.manage') and app_writes(unit));
create policy persons_change on persons for update to liangxing_app using (app_may('people.manage') and app_reads(unit)) with check (app_may('people.manage') and app_reads(unit));

grant select (person, unit, login, language) on credentials to liangxing_app;
grant insert (person, unit, login) on credentials to liangxing_app;
grant update (login) on credentials to liangxing_app;
create policy credentials_read on credentials for select to liangxing_app using (app_is(person) or (app_may('people.manage') and app_reads(unit)));
create policy credentials_add on credentials for insert to liangxing_app with check (app_may('people.manage') and app_writes(unit));
create policy credentials_change on credentials for update to liangxing_app using (app_may('people.manage') and app_reads(unit)) with check (app_may('people.manage') and app_reads(unit));

-- A password is given with the account, once, because the key is the person and nobody deletes; afterwards it can only be
-- emptied, by erasing. Whoever is not the operator gives one that must be changed.
grant select (person, unit, must_change, set_at) on passwords to liangxing_app;
grant insert (person, unit, hash, must_change, set_at) on passwords to liangxing_app;
grant update (hash, must_change, set_at) on passwords to liangxing_app;
create policy passwords_read on passwords for select to liangxing_app using (app_is(person) or (app_may('people.manage') and app_reads(unit)));
create policy passwords_add on passwords for insert to liangxing_app with check (
  app_may('people.manage') and app_writes(unit) and (hash is null or must_change or app_may('people.giveOperator'))
);
create policy passwords_empty on passwords for update to liangxing_app using (app_may('people.erase') and app_reads(unit)) with check (
  app_may('people.erase') and app_reads(unit) and hash is null and not must_change
);

-- Whoever binds a provider's account or holds an invitation can sign in as that person, so both are made at the door, after
-- the guard that sees all posts of the person; here they are only seen, and taken away by erasing.
grant select, delete on identities to liangxing_app;
create policy identities_read on identities for select to liangxing_app using (app_is(person) or (app_may('people.manage') and app_reads(unit)));
create policy identities_end on identities for delete to liangxing_app using (app_may('people.erase') and app_reads(unit));

grant select (id, token, person, post, means, agent, created_at, expires_at), update (token, post), delete on sessions to liangxing_app;
create policy sessions_read on sessions for select to liangxing_app using (app_is(person));
create policy sessions_turn on sessions for update to liangxing_app using (app_is(person)) with check (app_is(person));
create policy sessions_end on sessions for delete to liangxing_app using (app_is(person));

grant select (district, unit, id, person, role, star, round, department, valid_from, valid_to) on posts to liangxing_app;
grant insert (district, unit, id, person, role, star, round, department, valid_from, valid_to) on posts to liangxing_app;
grant update (valid_to) on posts to liangxing_app;
create policy posts_read on posts for select to liangxing_app using (app_is(person) or (app_may('people.read') and app_reads(unit)));
-- Who reaches everything is made by who reaches everything: not even a query of a county's post makes an operator.
create policy posts_add on posts for insert to liangxing_app with check (
  app_may('people.manage') and app_writes(unit) and (role <> 'operator' or app_may('people.giveOperator'))
);
create policy posts_end on posts for update to liangxing_app using (app_may('people.manage') and app_reads(unit)) with check (app_may('people.manage') and app_reads(unit));

grant select (person, unit, created_at, expires_at), delete on invitations to liangxing_app;
create policy invitations_read on invitations for select to liangxing_app using (app_may('people.manage') and app_reads(unit));
create policy invitations_end on invitations for delete to liangxing_app using (app_may('people.erase') and app_reads(unit));

grant select (district, unit, id, at, person, viewer, role, place, reason) on reveals to liangxing_app;
grant insert (district, unit, id, at, person, viewer, role, place, reason) on reveals to liangxing_app;
create policy reveals_read on reveals for select to liangxing_app using (app_is(person) or app_is(viewer) or (app_may('people.erase') and app_reads(unit)));
grant delete on reveals to liangxing_app;
create policy reveals_forget on reveals for delete to liangxing_app using (app_may('people.erase') and app_reads(unit));
create policy reveals_add on reveals for insert to liangxing_app with check (app_is(viewer) and app_may('people.reveal') and app_reads(unit));

-- The door, while nobody is signed in yet.
grant select on persons, credentials, passwords, identities, sessions, posts, invitations, attempts to liangxing_gate;
grant update (login, language) on credentials to liangxing_gate;
grant update (hash, must_change, set_at) on passwords to liangxing_gate;
grant insert (person, unit, token, created_at, expires_at) on invitations to liangxing_gate;
grant insert (issuer, subject, person, unit) on identities to liangxing_gate;
grant insert (id, token, person, post, means, agent, created_at, expires_at), delete on sessions to liangxing_gate;
grant delete on invitations, identities to liangxing_gate;
grant insert (key, failures, last_at), update (failures, last_at), delete on attempts to liangxing_gate;
create policy persons_gate on persons for select to liangxing_gate using (true);
create policy credentials_gate on credentials for select to liangxing_gate using (true);
create policy credentials_gate_set on credentials for update to liangxing_gate using (true) with check (true);
create policy passwords_gate on passwords for select to liangxing_gate using (true);
create policy passwords_gate_set on passwords for update to liangxing_gate using (true) with check (true);
create policy identities_gate on identities for select to liangxing_gate using (true);
create policy identities_gate_add on identities for insert to liangxing_gate with check (true);
create policy identities_gate_end on identities for delete to liangxing_gate using (true);
create policy sessions_gate on sessions for all to liangxing_gate using (true) with check (true);
create policy posts_gate on posts for select to liangxing_gate using (true);
create policy invitations_gate on invitations for select to liangxing_gate using (true);
create policy invitations_gate_add on invitations for insert to liangxing_gate with check (true);
create policy invitations_gate_end on invitations for delete to liangxing_gate using (true);
create policy attempts_gate on attempts for all to liangxing_gate using (true) with check (true);
