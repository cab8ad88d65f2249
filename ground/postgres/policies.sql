-- Who may do what with the ground's own tables.

grant select on instance to liangxing_app;
create policy instance_read on instance for select to liangxing_app using (true);

-- A backup names the tables it holds and the migrations they stand on.
grant select on app_tables, app_migrations to liangxing_backup;

grant select on acts to liangxing_app;
grant insert (district, unit, id, at, actor, post, room, verb, subject, digest, salt, payload, reason) on acts to liangxing_app;
grant update (salt, payload, reason) on acts to liangxing_app;
create policy acts_read on acts for select to liangxing_app using (app_is(actor) or (app_may('acts.read') and app_reads(unit)));
create policy acts_add on acts for insert to liangxing_app with check (app_self(actor));
create policy acts_erase on acts for update to liangxing_app using (app_may('people.erase') and app_reads(unit)) with check (salt is null and payload is null and reason is null);

grant insert on acts_unsealed to liangxing_app;
create policy unsealed_add on acts_unsealed for insert to liangxing_app with check (true);

grant select, insert on idempotency to liangxing_app;
create policy idempotency_own on idempotency for all to liangxing_app using (app_self(nullif(actor, '00000000-0000-0000-0000-000000000000'))) with check (app_self(nullif(actor, '00000000-0000-0000-0000-000000000000')));

grant select on acts to liangxing_sealer;
create policy acts_seal on acts for select to liangxing_sealer using (true);
grant select, delete on acts_unsealed to liangxing_sealer;
create policy unsealed_seal on acts_unsealed for all to liangxing_sealer using (true);
grant select, insert on act_batches to liangxing_sealer;
create policy batches_seal on act_batches for all to liangxing_sealer using (true) with check (true);
grant select on act_batches to liangxing_app;
create policy batches_read on act_batches for select to liangxing_app using (app_may('acts.read'));

grant select, delete on idempotency to liangxing_worker;
create policy idempotency_old on idempotency for all to liangxing_worker using (true);
