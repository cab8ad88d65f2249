-- A star ends by the decision of a later cycle or by its closing, and that has a document too; what was recorded before stays.

alter table star_honour_steps drop constraint star_honour_steps_document;
alter table star_honour_steps add constraint star_honour_steps_document check (document <> '') not valid;
