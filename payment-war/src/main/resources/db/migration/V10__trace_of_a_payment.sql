-- The trace in which the gateway is to be asked: of the event that made it necessary (W3C Trace Context).
alter table payment add column trace_parent text;
