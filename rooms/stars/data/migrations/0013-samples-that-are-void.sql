-- One pool, one draw: another seal over stars that are sealed already voids the earlier one, with its reason, before it is drawn.

alter table star_samples drop constraint star_samples_state_check;
alter table star_samples add constraint star_samples_state_check check (state in ('sealed', 'half', 'drawn', 'void'));
alter table star_samples add column void_reason text not null default '' check (char_length(void_reason) <= 500);
alter table star_samples add constraint star_samples_void check ((state = 'void') = (void_reason <> ''));
comment on column star_samples.void_reason is 'not personal: why a seal that was never drawn gave way to another; anybody reads it.';
