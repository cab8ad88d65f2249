-- Every step about a star that is held names its document, warnings and orders too; what was recorded before stays as it is.

alter table star_honour_steps drop constraint star_honour_steps_document;
alter table star_honour_steps add constraint star_honour_steps_document check (verb = 'end' or document <> '') not valid;
