-- Pictures that stand in published bulletins are asked, with the work queue of who publishes, whether their evidence was masked or
-- erased since.

create index bulletin_pictures_standing on bulletin_pictures (district) where state = 'published' and file is not null and item is not null;
