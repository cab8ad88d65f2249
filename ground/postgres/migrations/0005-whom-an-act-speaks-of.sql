-- Whom an act speaks of stands in the outbox until it is sealed, so that what a killed process could not announce is announced again
-- to both sides. Not in the acts themselves: it is who is told, not what was decided.

alter table acts_unsealed add column about text collate "C";
comment on column acts_unsealed.about is 'The unit that the act speaks of, where posts that speak for it hear of it as well.';
