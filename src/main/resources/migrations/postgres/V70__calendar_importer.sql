-- Who imports the events of calendars.
insert into principal (id, name) values (-9, 'import ics');
