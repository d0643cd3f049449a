-- How the simulated gateway behaves whatever the tokens say: for all its servers, and over a restart.
create table gateway.switches (
    the_only_row   boolean primary key default true check (the_only_row),
    scenario       text    not null,
    decline_reason text    not null,
    percent        integer not null check (percent between 1 and 100)
);
