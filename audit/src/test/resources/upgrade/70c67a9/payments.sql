create schema gateway;
CREATE OR REPLACE FUNCTION public.refuse_change()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
    raise exception '% is append-only', tg_table_name;
end $function$;
create table gateway.charge (
    key text not null,
    order_id text default ''::text not null,
    amount bigint default 0 not null,
    currency text default 'XXX'::text not null,
    token text default ''::text not null,
    status text not null,
    reason text,
    created_at timestamp with time zone default clock_timestamp() not null
);
create table gateway.lost_request (
    key text not null
);
create table gateway.movement (
    key text not null,
    kind text not null,
    amount bigint not null,
    moved_at timestamp with time zone default clock_timestamp() not null
);
create table gateway.switches (
    the_only_row boolean default true not null,
    scenario text not null,
    decline_reason text not null,
    percent integer not null
);
create table public.dead_letter (
    id uuid not null,
    event_id uuid not null,
    channel text not null,
    topic text not null,
    kafka_partition integer not null,
    kafka_offset bigint not null,
    record_key text,
    payload text,
    headers text not null,
    cause text not null,
    attempts integer not null,
    parked_at timestamp with time zone default now() not null,
    type text,
    status text default 'PARKED'::text not null,
    redrives integer default 0 not null,
    version integer default 0 not null,
    closed_at timestamp with time zone
);
create table public.dead_letter_action (
    dead_letter_id uuid not null,
    seq bigint generated always as identity not null,
    at timestamp with time zone default clock_timestamp() not null,
    action text not null,
    outcome text not null,
    operator text,
    detail text
);
create table public.difference (
    key text not null,
    order_id text not null,
    kind text not null,
    our_captured bigint not null,
    our_refunded bigint not null,
    our_currency text,
    gateway_captured bigint not null,
    gateway_refunded bigint not null,
    gateway_currency text,
    found_at timestamp with time zone not null,
    checked_at timestamp with time zone not null
);
create table public.inbox (
    event_id uuid not null,
    received_at timestamp with time zone default now() not null
) with (autovacuum_vacuum_scale_factor=0, autovacuum_vacuum_threshold=50000, autovacuum_vacuum_insert_scale_factor=0, autovacuum_vacuum_insert_threshold=50000);
create table public.outbox (
    seq bigint generated always as identity not null,
    id uuid not null,
    topic text not null,
    record_key text,
    payload text,
    headers text not null,
    created_at timestamp with time zone default clock_timestamp() not null
) with (autovacuum_vacuum_scale_factor=0, autovacuum_vacuum_threshold=5000);
create table public.payment (
    order_id uuid not null,
    status text default 'NEW'::text not null,
    amount bigint default 0 not null,
    currency text default 'XXX'::text not null,
    token text default ''::text not null,
    reason text,
    attempts integer default 0 not null,
    next_attempt_at timestamp with time zone default now() not null,
    created_at timestamp with time zone default now() not null,
    version integer default 0 not null,
    agreed_version integer,
    trace_parent text
);
create table public.payment_entry (
    order_id uuid not null,
    kind text not null,
    amount bigint not null,
    entered_at timestamp with time zone default clock_timestamp() not null,
    gives_back text generated always as (
CASE kind
    WHEN 'REFUND'::text THEN 'CAPTURE'::text
    ELSE NULL::text
END) stored
);
create table public.reconciliation (
    the_only_row boolean default true not null,
    created_at timestamp with time zone default now() not null,
    next_pass_at timestamp with time zone default now() not null,
    read_to timestamp with time zone default '1970-01-01 00:00:00+00'::timestamp with time zone not null,
    started_at timestamp with time zone,
    completed_at timestamp with time zone
);
create table public.schema_history_messaging (
    installed_rank integer not null,
    version character varying(50),
    description character varying(200) not null,
    type character varying(20) not null,
    script character varying(1000) not null,
    checksum integer,
    installed_by character varying(100) not null,
    installed_on timestamp without time zone default now() not null,
    execution_time integer not null,
    success boolean not null
);
create table public.schema_history_migration (
    installed_rank integer not null,
    version character varying(50),
    description character varying(200) not null,
    type character varying(20) not null,
    script character varying(1000) not null,
    checksum integer,
    installed_by character varying(100) not null,
    installed_on timestamp without time zone default now() not null,
    execution_time integer not null,
    success boolean not null
);
create table public.schema_history_sample (
    installed_rank integer not null,
    version character varying(50),
    description character varying(200) not null,
    type character varying(20) not null,
    script character varying(1000) not null,
    checksum integer,
    installed_by character varying(100) not null,
    installed_on timestamp without time zone default now() not null,
    execution_time integer not null,
    success boolean not null
);
insert into gateway.charge (key, order_id, amount, currency, token, status, reason, created_at) overriding system value values
('01a22a8e-79b8-7c1a-bbb0-c280625aa0ea', '01a22a8e-79b8-7c1a-bbb0-c280625aa0ea', '26980', 'EUR', 'tok_approve', 'CAPTURED', NULL, '2026-11-30 03:45:11.341275+00'),
('01a22a8e-8155-73b3-8f06-ada5445d1ac9', '01a22a8e-8155-73b3-8f06-ada5445d1ac9', '990', 'EUR', 'tok_approve', 'CAPTURED', NULL, '2026-11-30 03:45:12.150605+00'),
('01a22a8e-8175-7761-9624-beac44f5a442', '01a22a8e-8175-7761-9624-beac44f5a442', '990', 'EUR', 'tok_slow', 'CAPTURED', NULL, '2026-11-30 03:45:12.304739+00'),
('01a22a8e-819a-7b07-af2c-f82f5785f142', '01a22a8e-819a-7b07-af2c-f82f5785f142', '990', 'EUR', 'tok_timeout_charged', 'CAPTURED', NULL, '2026-11-30 03:45:13.304442+00'),
('01a22a8e-8247-7f54-a603-003e16c4b7bb', '01a22a8e-8247-7f54-a603-003e16c4b7bb', '990', 'EUR', 'tok_error_charged', 'CAPTURED', NULL, '2026-11-30 03:45:13.33103+00'),
('01a22a8e-8317-7905-8bca-3c8d369d5417', '01a22a8e-8317-7905-8bca-3c8d369d5417', '990', 'EUR', 'tok_timeout_uncharged', 'CAPTURED', NULL, '2026-11-30 03:45:20.511526+00'),
('01a22a8e-8627-74fe-853c-e4b71274a86b', '01a22a8e-8627-74fe-853c-e4b71274a86b', '990', 'EUR', 'tok_garbled_charged', 'CAPTURED', NULL, '2026-11-30 03:45:13.515686+00'),
('01a22a8e-870d-7a62-aba6-ed22dcbcf56e', '01a22a8e-870d-7a62-aba6-ed22dcbcf56e', '990', 'EUR', 'tok_webhook_first', 'CAPTURED', NULL, '2026-11-30 03:45:13.708559+00'),
('01a22a8e-8776-70fb-b7db-5519582354e0', '01a22a8e-8776-70fb-b7db-5519582354e0', '990', 'EUR', 'tok_webhook_twice', 'CAPTURED', NULL, '2026-11-30 03:45:13.933661+00'),
('01a22a8e-87f0-713b-8887-44d39a143b07', '01a22a8e-87f0-713b-8887-44d39a143b07', '990', 'EUR', 'tok_webhook_late', 'CAPTURED', NULL, '2026-11-30 03:45:14.267893+00'),
('01a22a8e-88a8-7953-9e63-9a81171be00d', '01a22a8e-88a8-7953-9e63-9a81171be00d', '990', 'EUR', 'tok_decline', 'DECLINED', 'card_declined', '2026-11-30 03:45:19.781492+00'),
('01a22a8e-890b-75f4-908d-5bcd6037156b', '01a22a8e-890b-75f4-908d-5bcd6037156b', '990', 'EUR', 'tok_decline_insufficient_funds', 'DECLINED', 'insufficient_funds', '2026-11-30 03:45:19.795225+00'),
('01a22a8e-89ce-7235-9ba6-9ae41d8d1171', '01a22a8e-89ce-7235-9ba6-9ae41d8d1171', '990', 'EUR', 'tok_decline_expired_card', 'DECLINED', 'expired_card', '2026-11-30 03:45:19.80889+00'),
('01a22a8e-8a24-710d-88e9-0fe20ae60c2b', '01a22a8e-8a24-710d-88e9-0fe20ae60c2b', '990', 'EUR', 'tok_decline_lost_card', 'DECLINED', 'lost_card', '2026-11-30 03:45:19.82716+00'),
('01a22a8e-8a70-7fe2-9aa9-9f92c11c0ff1', '01a22a8e-8a70-7fe2-9aa9-9f92c11c0ff1', '990', 'EUR', 'tok_decline_suspected_fraud', 'DECLINED', 'suspected_fraud', '2026-11-30 03:45:19.92523+00'),
('01a22a8e-8aad-71ef-9f66-abae41791903', '01a22a8e-8aad-71ef-9f66-abae41791903', '990', 'EUR', 'tok_unheard_of', 'DECLINED', 'unknown_token', '2026-11-30 03:45:19.915763+00'),
('01a22a8e-b8f7-7119-bf72-22edc489d4f1', '', '0', 'XXX', '', 'VOIDED', NULL, '2026-11-30 03:45:32.197297+00'),
('01a22a8e-b912-7dc1-8907-8abbdba347d7', '', '0', 'XXX', '', 'VOIDED', NULL, '2026-11-30 03:45:34.22455+00'),
('01a22a8e-b92c-75cf-91bd-17f2cf5a0ce4', '', '0', 'XXX', '', 'VOIDED', NULL, '2026-11-30 03:45:32.187104+00'),
('01a22a8e-b951-701e-b12c-43915c9a01f8', '01a22a8e-b951-701e-b12c-43915c9a01f8', '990', 'EUR', 'tok_approve', 'CAPTURED', NULL, '2026-11-30 03:45:32.2393+00'),
('01a22a8e-e813-7f75-aa74-6136dcbc7002', '01a22a8e-e813-7f75-aa74-6136dcbc7002', '990', 'EUR', 'tok_slow', 'CAPTURED', NULL, '2026-11-30 03:45:38.393268+00'),
('01a22a8e-f27b-7f24-a662-4b5e2a996728', '', '0', 'XXX', '', 'VOIDED', NULL, '2026-11-30 03:45:49.974737+00'),
('01a22a8e-fee4-7457-b4fa-741888d31add', '', '0', 'XXX', '', 'VOIDED', NULL, '2026-11-30 03:45:47.375927+00'),
('01a22a8f-0ba5-70e4-bea2-8dab0057f74a', '01a22a8f-0ba5-70e4-bea2-8dab0057f74a', '990', 'EUR', 'tok_timeout_charged', 'CAPTURED', NULL, '2026-11-30 03:45:47.560131+00'),
('01a22a8f-2cdd-7ac5-8e17-de8e658a9ce9', '01a22a8f-2cdd-7ac5-8e17-de8e658a9ce9', '777001', 'EUR', 'tok_approve', 'CAPTURED', NULL, '2026-11-30 03:45:57.254008+00'),
('01a22a8f-2d06-7369-8154-1ec9ec8b83d7', '01a22a8f-2d06-7369-8154-1ec9ec8b83d7', '777002', 'EUR', 'tok_decline', 'DECLINED', 'card_declined', '2026-11-30 03:45:57.254073+00'),
('01a22a8f-33ca-727f-a62d-88bae54f648a', '01a22a8f-33ca-727f-a62d-88bae54f648a', '777003', 'EUR', 'tok_approve', 'CAPTURED', NULL, '2026-11-30 03:45:57.820616+00'),
('01a22a8f-36c7-7d66-a76b-2f0a0fe511b0', '01a22a8f-36c7-7d66-a76b-2f0a0fe511b0', '777004', 'EUR', 'tok_approve', 'CAPTURED', NULL, '2026-11-30 03:45:58.980221+00'),
('01a22a8f-6608-7c70-85cc-181db312ac0c', '01a22a8f-6608-7c70-85cc-181db312ac0c', '990', 'EUR', 'tok_approve', 'CAPTURED', NULL, '2026-11-30 03:46:10.679616+00'),
('01a22a8f-70d2-7dbb-a10f-65b668351db7', '01a22a8f-70d2-7dbb-a10f-65b668351db7', '990', 'EUR', 'tok_approve', 'CAPTURED', NULL, '2026-11-30 03:46:33.424415+00'),
('01a22a8f-78ca-74e3-8e53-9e3a9d604414', '01a22a8f-78ca-74e3-8e53-9e3a9d604414', '990', 'EUR', 'tok_approve', 'CAPTURED', NULL, '2026-11-30 03:46:34.15303+00'),
('01a22a8f-7b1b-7851-81dc-a5f4793c7ce7', '01a22a8f-7b1b-7851-81dc-a5f4793c7ce7', '990', 'EUR', 'tok_decline', 'DECLINED', 'card_declined', '2026-11-30 03:46:34.163466+00'),
('01a22a8f-acf8-7155-8fcb-f988013b8117', '01a22a8f-acf8-7155-8fcb-f988013b8117', '990', 'EUR', 'tok_approve', 'CAPTURED', NULL, '2026-11-30 03:46:33.089425+00'),
('01a22a8f-adfd-7e1c-853a-cb70f4272bd9', '01a22a8f-adfd-7e1c-853a-cb70f4272bd9', '990', 'EUR', 'tok_decline', 'DECLINED', 'card_declined', '2026-11-30 03:46:32.09928+00'),
('second-01a22a8e-88a8-7953-9e63-9a81171be00d', '01a22a8e-88a8-7953-9e63-9a81171be00d', '990', 'EUR', 'tok_approve', 'CAPTURED', NULL, '2026-11-30 03:46:00.173036+00');
insert into gateway.lost_request (key) overriding system value values
('01a22a8e-8317-7905-8bca-3c8d369d5417');
insert into gateway.movement (key, kind, amount, moved_at) overriding system value values
('01a22a8e-79b8-7c1a-bbb0-c280625aa0ea', 'CAPTURE', '26980', '2026-11-30 03:45:11.341518+00'),
('01a22a8e-8155-73b3-8f06-ada5445d1ac9', 'CAPTURE', '990', '2026-11-30 03:45:12.150692+00'),
('01a22a8e-8175-7761-9624-beac44f5a442', 'CAPTURE', '990', '2026-11-30 03:45:12.304817+00'),
('01a22a8e-819a-7b07-af2c-f82f5785f142', 'CAPTURE', '990', '2026-11-30 03:45:13.304563+00'),
('01a22a8e-8247-7f54-a603-003e16c4b7bb', 'CAPTURE', '990', '2026-11-30 03:45:13.331097+00'),
('01a22a8e-8317-7905-8bca-3c8d369d5417', 'CAPTURE', '990', '2026-11-30 03:45:20.511608+00'),
('01a22a8e-8627-74fe-853c-e4b71274a86b', 'CAPTURE', '990', '2026-11-30 03:45:13.515741+00'),
('01a22a8e-870d-7a62-aba6-ed22dcbcf56e', 'CAPTURE', '990', '2026-11-30 03:45:13.708656+00'),
('01a22a8e-8776-70fb-b7db-5519582354e0', 'CAPTURE', '990', '2026-11-30 03:45:13.933733+00'),
('01a22a8e-87f0-713b-8887-44d39a143b07', 'CAPTURE', '990', '2026-11-30 03:45:14.267978+00'),
('01a22a8e-b951-701e-b12c-43915c9a01f8', 'CAPTURE', '990', '2026-11-30 03:45:32.239375+00'),
('01a22a8e-b951-701e-b12c-43915c9a01f8', 'REFUND', '990', '2026-11-30 03:45:38.230699+00'),
('01a22a8e-e813-7f75-aa74-6136dcbc7002', 'CAPTURE', '990', '2026-11-30 03:45:38.393339+00'),
('01a22a8e-e813-7f75-aa74-6136dcbc7002', 'REFUND', '990', '2026-11-30 03:45:40.584603+00'),
('01a22a8f-0ba5-70e4-bea2-8dab0057f74a', 'CAPTURE', '990', '2026-11-30 03:45:47.560201+00'),
('01a22a8f-0ba5-70e4-bea2-8dab0057f74a', 'REFUND', '990', '2026-11-30 03:45:47.660933+00'),
('01a22a8f-2cdd-7ac5-8e17-de8e658a9ce9', 'CAPTURE', '777001', '2026-11-30 03:45:57.254084+00'),
('01a22a8f-33ca-727f-a62d-88bae54f648a', 'CAPTURE', '777003', '2026-11-30 03:45:57.820696+00'),
('01a22a8f-36c7-7d66-a76b-2f0a0fe511b0', 'CAPTURE', '777004', '2026-11-30 03:45:58.9803+00'),
('01a22a8f-6608-7c70-85cc-181db312ac0c', 'CAPTURE', '990', '2026-11-30 03:46:10.679698+00'),
('01a22a8f-70d2-7dbb-a10f-65b668351db7', 'CAPTURE', '990', '2026-11-30 03:46:33.424491+00'),
('01a22a8f-70d2-7dbb-a10f-65b668351db7', 'REFUND', '990', '2026-11-30 03:46:35.091508+00'),
('01a22a8f-78ca-74e3-8e53-9e3a9d604414', 'CAPTURE', '990', '2026-11-30 03:46:34.153097+00'),
('01a22a8f-acf8-7155-8fcb-f988013b8117', 'CAPTURE', '990', '2026-11-30 03:46:33.089497+00'),
('second-01a22a8e-88a8-7953-9e63-9a81171be00d', 'CAPTURE', '990', '2026-11-30 03:46:00.173141+00'),
('second-01a22a8e-88a8-7953-9e63-9a81171be00d', 'REFUND', '990', '2026-11-30 03:46:10.441447+00');
insert into gateway.switches (the_only_row, scenario, decline_reason, percent) overriding system value values
('true', 'DOWN', 'card_declined', '100');
insert into public.dead_letter (id, event_id, channel, topic, kafka_partition, kafka_offset, record_key, payload, headers, cause, attempts, parked_at, type, status, redrives, version, closed_at) overriding system value values
('01a22a8f-3786-7652-93c8-6d3f9a800b8e', '01a22a8f-36e2-7f6c-a7d9-b4205adbc2a3', 'inventory', 'orderflow.inventory.v1', '3', '3', '01a22a8f-36c7-7d66-a76b-2f0a0fe511b0', '{"orderId":"01a22a8f-36c7-7d66-a76b-2f0a0fe511b0","payment":{"amount":777004,"currency":"EUR","token":"tok_approve"}}', '{"ce_type":"dev.orderflow.inventory.reserved.v1","ce_source":"/orderflow/inventory","traceparent":"00-76e8af3756c37470e92b248c4cf38e73-98ca57f519f8d65c-01","ce_specversion":"1.0","causationid":"01a22a8f-36c8-7b77-8e63-38e71457afae","ce_time":"2026-11-30T03:45:58.501786Z","ce_id":"01a22a8f-36e2-7f6c-a7d9-b4205adbc2a3","content-type":"application/json","correlationid":"01a22a8f-36c7-7d66-a76b-2f0a0fe511b0","ce_subject":"01a22a8f-36c7-7d66-a76b-2f0a0fe511b0"}', 'PSQLException: ERROR: new row for relation "payment" violates check constraint "refuses_one" Detail: Failing row contains (01a22a8f-36c7-7d66-a76b-2f0a0fe511b0, PENDING, 777004, EUR, tok_approve, null, 0, 2026-11-30 03:45:58.53116+00, 2026-11-30 03:45:58.53116+00, 1, null, 00-76e8af3756c37470e92b248c4cf38e73-c0ae732e61a6f86a-01).', '1', '2026-11-30 03:45:58.661275+00', 'dev.orderflow.inventory.reserved.v1', 'REDRIVEN', '1', '1', '2026-11-30 03:45:58.931521+00'),
('01a22a8f-37b0-7dff-939c-9e360d980836', '01a22a8f-3739-7230-9b9f-ebf6806c28f3', 'inventory', 'orderflow.inventory.v1', '2', '8', '01a22a8f-3700-7490-b6c8-bde50c45a78b', '{"orderId":"01a22a8f-3700-7490-b6c8-bde50c45a78b","payment":{"amount":777005,"currency":"EUR","token":"tok_approve"}}', '{"ce_type":"dev.orderflow.inventory.reserved.v1","ce_source":"/orderflow/inventory","traceparent":"00-d39a3468e6df889d22b94cf59cc8f75b-98b6b07b960dbe5f-01","ce_specversion":"1.0","causationid":"01a22a8f-3701-7898-a861-ac093c6cfa3b","ce_time":"2026-11-30T03:45:58.587785Z","ce_id":"01a22a8f-3739-7230-9b9f-ebf6806c28f3","content-type":"application/json","correlationid":"01a22a8f-3700-7490-b6c8-bde50c45a78b","ce_subject":"01a22a8f-3700-7490-b6c8-bde50c45a78b"}', 'PSQLException: ERROR: new row for relation "payment" violates check constraint "refuses_one" Detail: Failing row contains (01a22a8f-3700-7490-b6c8-bde50c45a78b, PENDING, 777005, EUR, tok_approve, null, 0, 2026-11-30 03:45:58.681103+00, 2026-11-30 03:45:58.681103+00, 1, null, 00-d39a3468e6df889d22b94cf59cc8f75b-aafb884290634caf-01).', '1', '2026-11-30 03:45:58.704039+00', 'dev.orderflow.inventory.reserved.v1', 'PARKED', '0', '0', NULL),
('01a22a8f-39c1-7a37-bf8d-a5be2d353bf0', '61a2895e-8c17-30cb-9be5-85e032519ddd', 'orders', 'orderflow.orders.v1', '3', '8', 'discarded', 'poison', '{"ce_time":"2026-11-30T03:45:59.205175Z","traceparent":"00-92a0d5ba992c7d97561d8498ba0d07e9-5a2cd06e25f28303-01"}', 'The header ce_type is missing', '1', '2026-11-30 03:45:59.233075+00', NULL, 'DISCARDED', '0', '1', '2026-11-30 03:45:59.967428+00'),
('01a22a8f-3a53-7314-af27-8206e686323a', 'adc1637d-c8a9-34d2-858a-0c414f1b2d21', 'orders', 'orderflow.orders.v1', '2', '16', 'parked', 'poison', '{"ce_time":"2026-11-30T03:45:59.277318Z","traceparent":"00-c8cd61e6afc0b96ae82d0dfacf2d1164-671492f95a0f37bd-01"}', 'The header ce_type is missing', '1', '2026-11-30 03:45:59.373946+00', NULL, 'PARKED', '0', '0', NULL);
insert into public.dead_letter_action (dead_letter_id, seq, at, action, outcome, operator, detail) overriding system value values
('01a22a8f-3786-7652-93c8-6d3f9a800b8e', '1', '2026-11-30 03:45:58.665216+00', 'PARK', 'PARKED', NULL, 'PSQLException: ERROR: new row for relation "payment" violates check constraint "refuses_one" Detail: Failing row contains (01a22a8f-36c7-7d66-a76b-2f0a0fe511b0, PENDING, 777004, EUR, tok_approve, null, 0, 2026-11-30 03:45:58.53116+00, 2026-11-30 03:45:58.53116+00, 1, null, 00-76e8af3756c37470e92b248c4cf38e73-c0ae732e61a6f86a-01).'),
('01a22a8f-3786-7652-93c8-6d3f9a800b8e', '3', '2026-11-30 03:45:58.954218+00', 'REDRIVE', 'HANDLED', 'on-call', NULL),
('01a22a8f-37b0-7dff-939c-9e360d980836', '2', '2026-11-30 03:45:58.716288+00', 'PARK', 'PARKED', NULL, 'PSQLException: ERROR: new row for relation "payment" violates check constraint "refuses_one" Detail: Failing row contains (01a22a8f-3700-7490-b6c8-bde50c45a78b, PENDING, 777005, EUR, tok_approve, null, 0, 2026-11-30 03:45:58.681103+00, 2026-11-30 03:45:58.681103+00, 1, null, 00-d39a3468e6df889d22b94cf59cc8f75b-aafb884290634caf-01).'),
('01a22a8f-39c1-7a37-bf8d-a5be2d353bf0', '4', '2026-11-30 03:45:59.234562+00', 'PARK', 'PARKED', NULL, 'The header ce_type is missing'),
('01a22a8f-39c1-7a37-bf8d-a5be2d353bf0', '6', '2026-11-30 03:45:59.954671+00', 'DRY_RUN', 'FAILED', 'on-call', 'The header ce_type is missing'),
('01a22a8f-39c1-7a37-bf8d-a5be2d353bf0', '7', '2026-11-30 03:45:59.971715+00', 'DISCARD', 'DISCARDED', 'on-call', 'Poison'),
('01a22a8f-3a53-7314-af27-8206e686323a', '5', '2026-11-30 03:45:59.383121+00', 'PARK', 'PARKED', NULL, 'The header ce_type is missing');
insert into public.difference (key, order_id, kind, our_captured, our_refunded, our_currency, gateway_captured, gateway_refunded, gateway_currency, found_at, checked_at) overriding system value values
('second-01a22a8e-88a8-7953-9e63-9a81171be00d', '01a22a8e-88a8-7953-9e63-9a81171be00d', 'CAPTURED_BY_GATEWAY_ONLY', '0', '0', 'EUR', '990', '0', 'EUR', '2026-11-30 03:46:02.190591+00', '2026-11-30 03:46:02.23699+00');
insert into public.inbox (event_id, received_at) overriding system value values
('01a22a8e-79da-73bd-957c-dd02b147994a', '2026-11-30 03:45:10.759681+00'),
('01a22a8e-7cf4-708d-9e93-d33f2fed059c', '2026-11-30 03:45:10.986455+00'),
('01a22a8e-8044-7aa3-8a73-a98863cd52f4', '2026-11-30 03:45:11.863013+00'),
('01a22a8e-8156-7808-ad23-eac496c3e91d', '2026-11-30 03:45:12.045047+00'),
('01a22a8e-8176-7732-958a-f35294bf0321', '2026-11-30 03:45:12.079689+00'),
('01a22a8e-81a3-7d4d-81b2-b022417a2063', '2026-11-30 03:45:12.127978+00'),
('01a22a8e-81a8-7539-90f8-1ca5309f3e84', '2026-11-30 03:45:12.199734+00'),
('01a22a8e-81fa-729d-a47c-6a5009dec765', '2026-11-30 03:45:12.262168+00'),
('01a22a8e-8255-75c3-aca9-5ffdd7ceb68b', '2026-11-30 03:45:13.035489+00'),
('01a22a8e-8284-7f80-82c9-0267be2d5fff', '2026-11-30 03:45:13.034982+00'),
('01a22a8e-82cf-79ca-8a22-150d851489cf', '2026-11-30 03:45:13.078746+00'),
('01a22a8e-82ed-7d95-a460-6a1bcdf98aa5', '2026-11-30 03:45:13.167014+00'),
('01a22a8e-8318-7a3b-8131-a4eaceab6df3', '2026-11-30 03:45:13.078746+00'),
('01a22a8e-8383-7e69-927f-358c5b8b6fbe', '2026-11-30 03:45:13.167014+00'),
('01a22a8e-8629-7c07-b377-f55eeb9eec06', '2026-11-30 03:45:13.444226+00'),
('01a22a8e-86a6-7521-974e-5e9545a7aca9', '2026-11-30 03:45:13.440947+00'),
('01a22a8e-8718-70c9-a505-1b6562359a15', '2026-11-30 03:45:13.544158+00'),
('01a22a8e-8768-7cd9-94f3-a453fc45ba93', '2026-11-30 03:45:13.617865+00'),
('01a22a8e-8779-7077-a3cb-3b16d106ba89', '2026-11-30 03:45:13.724005+00'),
('01a22a8e-87e7-7bcb-92cf-104f49882629', '2026-11-30 03:45:13.768677+00'),
('01a22a8e-87f1-7462-b7dd-7d5ac305ebae', '2026-11-30 03:45:13.808668+00'),
('01a22a8e-8864-77c1-b0d5-66cb87c412b2', '2026-11-30 03:45:13.930482+00'),
('01a22a8e-88a9-7aaa-8c0b-370330ce02f8', '2026-11-30 03:45:14.177042+00'),
('01a22a8e-88f9-76f6-8633-4aabb2ab2805', '2026-11-30 03:45:14.050736+00'),
('01a22a8e-890c-7a25-9287-9d733211ee50', '2026-11-30 03:45:14.177042+00'),
('01a22a8e-89b5-7b7b-b1e3-ff930ee79e7a', '2026-11-30 03:45:14.463468+00'),
('01a22a8e-89d6-70e7-9762-6d56f65f3e77', '2026-11-30 03:45:14.466525+00'),
('01a22a8e-8a31-7211-baf8-878954378430', '2026-11-30 03:45:14.994003+00'),
('01a22a8e-8a40-7404-8086-87ae89bcba1c', '2026-11-30 03:45:14.800512+00'),
('01a22a8e-8a72-7cb4-87a2-5dec425ad173', '2026-11-30 03:45:14.994003+00'),
('01a22a8e-8aa1-7acf-bc0a-fd5982d28a39', '2026-11-30 03:45:14.800512+00'),
('01a22a8e-8aae-7389-8c9b-dbd6c82d29a2', '2026-11-30 03:45:14.994003+00'),
('01a22a8e-8b12-7154-8b01-a89ebc2199bc', '2026-11-30 03:45:14.962098+00'),
('01a22a8e-8b45-7e96-b0af-6bceb90ef281', '2026-11-30 03:45:14.994003+00'),
('01a22a8e-8bba-71d1-ad95-580461e8b98e', '2026-11-30 03:45:14.994003+00'),
('01a22a8e-8bd5-794a-8204-b995885f1095', '2026-11-30 03:45:14.994003+00'),
('01a22a8e-8c20-790b-9620-10f75925fce6', '2026-11-30 03:45:14.962098+00'),
('01a22a8e-8c72-75b7-8f3e-6737c57af488', '2026-11-30 03:45:14.994003+00'),
('01a22a8e-8cae-7521-8b28-9a7ef11297d1', '2026-11-30 03:45:19.779987+00'),
('01a22a8e-a0fc-7d9b-b8e9-0fde81c241d0', '2026-11-30 03:45:20.419327+00'),
('01a22a8e-a1a1-7678-8dfa-7d314a3921e1', '2026-11-30 03:45:20.448769+00'),
('01a22a8e-a2f6-783f-b9b7-3f84f0243d02', '2026-11-30 03:45:20.831802+00'),
('01a22a8e-a315-73f3-a10c-dca55d49f38a', '2026-11-30 03:45:20.831802+00'),
('01a22a8e-a497-7064-ad6b-ef7728bfb680', '2026-11-30 03:45:21.185901+00'),
('01a22a8e-a497-7f75-ad6d-520aaa7124ad', '2026-11-30 03:45:21.185901+00'),
('01a22a8e-a498-75db-8c43-27641ba0d402', '2026-11-30 03:45:21.185901+00'),
('01a22a8e-a498-7ab3-8c45-40c78db1f2e6', '2026-11-30 03:45:21.185901+00'),
('01a22a8e-a498-7eac-8c47-d4431e4c3d05', '2026-11-30 03:45:21.185901+00'),
('01a22a8e-a96d-7c53-a1d8-55e94baa0dc0', '2026-11-30 03:45:22.303442+00'),
('01a22a8e-a9a3-7cc0-a9a0-75a0e6caa12a', '2026-11-30 03:45:22.366948+00'),
('01a22a8e-a9c8-7780-a537-1aeb56567ead', '2026-11-30 03:45:22.410473+00'),
('01a22a8e-aa25-712a-9050-1666139c16a7', '2026-11-30 03:45:22.623591+00'),
('01a22a8e-aad7-7bc6-9940-59312d4eacb2', '2026-11-30 03:45:22.754177+00'),
('01a22a8e-abc5-7b1c-ae53-91ed814c988d', '2026-11-30 03:45:23.172269+00'),
('01a22a8e-b5c3-7483-82d5-2899e5759621', '2026-11-30 03:45:25.474982+00'),
('01a22a8e-b81d-7119-94f0-32b8c7918097', '2026-11-30 03:45:26.142621+00'),
('01a22a8e-b822-71fa-bf60-130d3cbab2a5', '2026-11-30 03:45:26.124932+00'),
('01a22a8e-b8f7-7f5f-bf73-2bf87e494075', '2026-11-30 03:45:26.3923+00'),
('01a22a8e-b913-79c0-98d6-d732033a8ab7', '2026-11-30 03:45:26.365937+00'),
('01a22a8e-b92d-7129-a492-2a3ae04b16d2', '2026-11-30 03:45:26.3923+00'),
('01a22a8e-b959-7774-9ee6-d6abff38632f', '2026-11-30 03:45:26.931602+00'),
('01a22a8e-ba31-74d7-ba65-412e74dbee35', '2026-11-30 03:45:26.66317+00'),
('01a22a8e-ba32-72eb-b000-aafd1fd02b07', '2026-11-30 03:45:26.689481+00'),
('01a22a8e-ba32-7b10-b002-29d72299bda3', '2026-11-30 03:45:26.689481+00'),
('01a22a8e-bbb1-76eb-a62c-34bcee6f269b', '2026-11-30 03:45:27.000552+00'),
('01a22a8e-bdf6-79d6-b0de-d08280922866', '2026-11-30 03:45:27.666777+00'),
('01a22a8e-c94f-73cd-b6de-365d01353768', '2026-11-30 03:45:30.506982+00'),
('01a22a8e-cba3-7091-bf62-fc304f4091b3', '2026-11-30 03:45:31.078448+00'),
('01a22a8e-cbc1-7d1b-9a3f-0372e38f088b', '2026-11-30 03:45:31.117641+00'),
('01a22a8e-d0b0-7f4a-ba42-9f1037277206', '2026-11-30 03:45:38.159065+00'),
('01a22a8e-df40-776d-9982-8d4a285199e8', '2026-11-30 03:45:36.090178+00'),
('01a22a8e-df5e-7b95-a782-d1ef4d1b4e4a', '2026-11-30 03:45:38.182504+00'),
('01a22a8e-e814-7c74-9615-54cad2bb7109', '2026-11-30 03:45:38.337786+00'),
('01a22a8e-e82e-7033-a496-05a5c20819fb', '2026-11-30 03:45:38.375379+00'),
('01a22a8e-e8a7-7b56-9c91-74ba997438a8', '2026-11-30 03:45:38.529602+00'),
('01a22a8e-f27c-7aca-9c06-c130b71a53c9', '2026-11-30 03:45:41.024567+00'),
('01a22a8e-f2af-71f3-b66a-4cf3c631b4d9', '2026-11-30 03:45:41.071662+00'),
('01a22a8e-fee5-7755-9727-4c5ecde30048', '2026-11-30 03:45:44.184716+00'),
('01a22a8e-feff-72a0-99dd-0a883dfad2e8', '2026-11-30 03:45:44.204649+00'),
('01a22a8f-0ba5-7cf9-bea3-8b411a3d78c7', '2026-11-30 03:45:47.455153+00'),
('01a22a8f-0be2-7be6-94f1-674ff521a837', '2026-11-30 03:45:47.523598+00'),
('01a22a8f-0c41-787f-a327-e206eb3602f5', '2026-11-30 03:45:47.613102+00'),
('01a22a8f-15c9-7af2-90c6-36c0c2143ac9', '2026-11-30 03:45:50.061186+00'),
('01a22a8f-2b3b-713b-b1c7-31c568e7949a', '2026-11-30 03:45:55.580417+00'),
('01a22a8f-2cde-7d65-aa34-f0e9da48fb56', '2026-11-30 03:45:55.983853+00'),
('01a22a8f-2d01-72c6-bb6c-0dde84d7cb72', '2026-11-30 03:45:56.019548+00'),
('01a22a8f-2d07-7597-b9c7-42810fe94212', '2026-11-30 03:45:56.074375+00'),
('01a22a8f-2d5f-77c9-ae23-47354bc26213', '2026-11-30 03:45:56.159671+00'),
('01a22a8f-324e-75ae-884f-51b25b3d6cc9', '2026-11-30 03:45:57.361547+00'),
('01a22a8f-32a5-78a6-bd0b-79e36b8468d5', '2026-11-30 03:45:57.444056+00'),
('01a22a8f-33cb-7c13-869c-3f3be788cd84', '2026-11-30 03:45:57.740824+00'),
('01a22a8f-33fc-7896-8500-838816da601a', '2026-11-30 03:45:57.779191+00'),
('01a22a8f-345b-7070-8575-c3233ef7fe1a', '2026-11-30 03:45:57.863815+00'),
('01a22a8f-36c8-7b77-8e63-38e71457afae', '2026-11-30 03:45:58.509454+00'),
('01a22a8f-36e2-7f6c-a7d9-b4205adbc2a3', '2026-11-30 03:45:58.661275+00'),
('01a22a8f-3701-7898-a861-ac093c6cfa3b', '2026-11-30 03:45:58.588066+00'),
('01a22a8f-3739-7230-9b9f-ebf6806c28f3', '2026-11-30 03:45:58.704039+00'),
('01a22a8f-38fc-7678-900e-13128000695b', '2026-11-30 03:45:59.092139+00'),
('01a22a8f-6609-79e3-8cf4-8f8e4f9194dc', '2026-11-30 03:46:10.610338+00'),
('01a22a8f-6631-7a96-8c1b-5683f42bc5e3', '2026-11-30 03:46:10.648469+00'),
('01a22a8f-6709-7d2f-963c-bb4d47d62640', '2026-11-30 03:46:10.853559+00'),
('01a22a8f-6ec9-7117-9d75-2c39b7d8bb5d', '2026-11-30 03:46:12.834078+00'),
('01a22a8f-6ef9-78c1-acd6-e4a7417418bc', '2026-11-30 03:46:12.905656+00'),
('01a22a8f-7020-7031-9381-2efbd6917cbb', '2026-11-30 03:46:13.167924+00'),
('01a22a8f-704f-7860-ad1b-7990a915e142', '2026-11-30 03:46:13.221907+00'),
('01a22a8f-70d3-7d5b-95c7-21714d49611a', '2026-11-30 03:46:13.359727+00'),
('01a22a8f-70fe-7b44-87dc-b27174fd51bd', '2026-11-30 03:46:13.405182+00'),
('01a22a8f-7189-7ba2-a285-1be2c33aeb7f', '2026-11-30 03:46:13.54802+00'),
('01a22a8f-71f1-7f28-a2cf-c4e2dbd306e0', '2026-11-30 03:46:13.634611+00'),
('01a22a8f-77b1-74f9-8848-a2451f985b7c', '2026-11-30 03:46:15.107983+00'),
('01a22a8f-77d8-785c-a625-9cff58775c54', '2026-11-30 03:46:15.156506+00'),
('01a22a8f-78cb-7459-a97b-0ac545bcaf4f', '2026-11-30 03:46:15.39585+00'),
('01a22a8f-78e4-7f8c-8e74-e0d0a8a2f767', '2026-11-30 03:46:15.427069+00'),
('01a22a8f-7987-7555-84a8-4820002e7e1d', '2026-11-30 03:46:15.597698+00'),
('01a22a8f-79b4-7a61-b1b7-a4179fb93a66', '2026-11-30 03:46:15.646897+00'),
('01a22a8f-7a3e-7234-aa3d-524427afc16b', '2026-11-30 03:46:15.792996+00'),
('01a22a8f-7a6c-7e45-924d-2f79932676c4', '2026-11-30 03:46:15.824169+00'),
('01a22a8f-7b1c-757b-8f02-40b8f26c7340', '2026-11-30 03:46:15.99841+00'),
('01a22a8f-7b44-75d7-bf56-a8201faad661', '2026-11-30 03:46:16.042253+00'),
('01a22a8f-abe1-7b83-bdc2-15e568762cb1', '2026-11-30 03:46:28.467939+00'),
('01a22a8f-ac08-72cb-a72f-68ad5e899f59', '2026-11-30 03:46:28.513298+00'),
('01a22a8f-acf8-7d47-8fcc-2cf10e516084', '2026-11-30 03:46:28.741832+00'),
('01a22a8f-ad1e-752e-9050-c5c9f6653228', '2026-11-30 03:46:28.82756+00'),
('01a22a8f-adfe-7ab4-8ef3-e8bf251fd34c', '2026-11-30 03:46:29.003225+00'),
('01a22a8f-ae1c-7c7c-a3c6-795948e3acc8', '2026-11-30 03:46:29.048075+00'),
('01a22a8f-af3d-7481-8b4a-c7fcd40a06f5', '2026-11-30 03:46:29.322805+00'),
('01a22a8f-af68-7633-8461-9161d2fd48c1', '2026-11-30 03:46:29.37982+00'),
('01a22a8f-af97-7b47-80f6-5ba0b318cead', '2026-11-30 03:46:29.418361+00'),
('01a22a8f-afb8-7452-868c-30d2b871f1c3', '2026-11-30 03:46:29.453356+00'),
('01a22a8f-b6c7-764c-8b5e-bc6dbd1edd6a', '2026-11-30 03:46:31.270534+00'),
('61a2895e-8c17-30cb-9be5-85e032519ddd', '2026-11-30 03:45:59.233075+00'),
('adc1637d-c8a9-34d2-858a-0c414f1b2d21', '2026-11-30 03:45:59.373946+00');
insert into public.outbox (seq, id, topic, record_key, payload, headers, created_at) overriding system value values
('34', '01a22a8f-c236-75a9-877b-01a13659483d', 'orderflow.payments.v1', '01a22a8f-78ca-74e3-8e53-9e3a9d604414', '{"amount":990,"currency":"EUR","orderId":"01a22a8f-78ca-74e3-8e53-9e3a9d604414"}', '{"ce_id":"01a22a8f-c236-75a9-877b-01a13659483d","ce_type":"dev.orderflow.payment.completed.v1","ce_source":"/orderflow/payment","ce_specversion":"1.0","ce_subject":"01a22a8f-78ca-74e3-8e53-9e3a9d604414","content-type":"application/json","correlationid":"01a22a8f-78ca-74e3-8e53-9e3a9d604414","traceparent":"00-e3f908700a35248b27103eccd299a049-a5fbbc86c9f52694-01"}', '2026-11-30 03:46:34.16919+00'),
('35', '01a22a8f-c23d-75ae-8072-35da8698322b', 'orderflow.payments.v1', '01a22a8f-7b1b-7851-81dc-a5f4793c7ce7', '{"orderId":"01a22a8f-7b1b-7851-81dc-a5f4793c7ce7","reason":"card_declined"}', '{"ce_id":"01a22a8f-c23d-75ae-8072-35da8698322b","ce_type":"dev.orderflow.payment.failed.v1","ce_source":"/orderflow/payment","ce_specversion":"1.0","ce_subject":"01a22a8f-7b1b-7851-81dc-a5f4793c7ce7","content-type":"application/json","correlationid":"01a22a8f-7b1b-7851-81dc-a5f4793c7ce7","traceparent":"00-0b05b71e2632cfc01f4be04d4877e39a-2b671a7af98ec305-01"}', '2026-11-30 03:46:34.174127+00'),
('36', '01a22a8f-c5dc-7cf7-a39d-219f0a686174', 'orderflow.payments.v1', '01a22a8f-70d2-7dbb-a10f-65b668351db7', '{"amount":990,"currency":"EUR","orderId":"01a22a8f-70d2-7dbb-a10f-65b668351db7"}', '{"ce_id":"01a22a8f-c5dc-7cf7-a39d-219f0a686174","ce_type":"dev.orderflow.payment.refunded.v1","ce_source":"/orderflow/payment","ce_specversion":"1.0","ce_subject":"01a22a8f-70d2-7dbb-a10f-65b668351db7","content-type":"application/json","correlationid":"01a22a8f-70d2-7dbb-a10f-65b668351db7","traceparent":"00-ad1a1156f08566d5980443deb33e0a12-2706bbdff3d4c4cf-01"}', '2026-11-30 03:46:35.104264+00');
insert into public.payment (order_id, status, amount, currency, token, reason, attempts, next_attempt_at, created_at, version, agreed_version, trace_parent) overriding system value values
('01a22a8e-79b8-7c1a-bbb0-c280625aa0ea', 'COMPLETED', '26980', 'EUR', 'tok_approve', NULL, '1', '2026-11-30 03:45:26.085164+00', '2026-11-30 03:45:10.986455+00', '2', '2', '00-aa2feaaa438f0db90b48717686fc169f-84598df9a33cff9d-01'),
('01a22a8e-8155-73b3-8f06-ada5445d1ac9', 'COMPLETED', '990', 'EUR', 'tok_approve', NULL, '1', '2026-11-30 03:45:27.139577+00', '2026-11-30 03:45:12.127978+00', '2', '2', '00-4b0b5db9f80c9e94be6dcb854f764b60-9b47442713daa448-01'),
('01a22a8e-8175-7761-9624-beac44f5a442', 'COMPLETED', '990', 'EUR', 'tok_slow', NULL, '1', '2026-11-30 03:45:27.285543+00', '2026-11-30 03:45:12.262168+00', '2', '2', '00-45e19316fcac2cfb575549a37473a6b0-eea6436e4236b7b3-01'),
('01a22a8e-819a-7b07-af2c-f82f5785f142', 'COMPLETED', '990', 'EUR', 'tok_timeout_charged', NULL, '2', '2026-11-30 03:45:32.20255+00', '2026-11-30 03:45:13.034982+00', '3', '3', '00-25ee58b2afb75b0470cf0f4e5f6f2809-fb1696bd13dcc59a-01'),
('01a22a8e-8247-7f54-a603-003e16c4b7bb', 'COMPLETED', '990', 'EUR', 'tok_error_charged', NULL, '2', '2026-11-30 03:45:28.628964+00', '2026-11-30 03:45:13.167014+00', '3', '3', '00-81a12f5ef4676989b0d2e2af2ea705c3-b9d8baa4a686d7b8-01'),
('01a22a8e-8317-7905-8bca-3c8d369d5417', 'COMPLETED', '990', 'EUR', 'tok_timeout_uncharged', NULL, '2', '2026-11-30 03:45:32.202467+00', '2026-11-30 03:45:13.167014+00', '3', '3', '00-9c4a7c46537b6b614684fb460b8fbcc3-2146b042bcdd7740-01'),
('01a22a8e-8627-74fe-853c-e4b71274a86b', 'COMPLETED', '990', 'EUR', 'tok_garbled_charged', NULL, '2', '2026-11-30 03:45:28.853475+00', '2026-11-30 03:45:13.440947+00', '3', '3', '00-3143348c54ecb1f5a9c4b2f9e86c45c5-91e9ffdce89a68b7-01'),
('01a22a8e-870d-7a62-aba6-ed22dcbcf56e', 'COMPLETED', '990', 'EUR', 'tok_webhook_first', NULL, '3', '2026-11-30 03:45:34.974566+00', '2026-11-30 03:45:13.617865+00', '4', '4', '00-1b3e5c83b7670170210b6fa5a8d5dee7-15d573ae9a82afbf-01'),
('01a22a8e-8776-70fb-b7db-5519582354e0', 'COMPLETED', '990', 'EUR', 'tok_webhook_twice', NULL, '1', '2026-11-30 03:45:28.853545+00', '2026-11-30 03:45:13.768677+00', '2', '2', '00-d4d5bbd09bd240be0903fc7630d1b56f-1d6d1f021546aff8-01'),
('01a22a8e-87f0-713b-8887-44d39a143b07', 'COMPLETED', '990', 'EUR', 'tok_webhook_late', NULL, '1', '2026-11-30 03:45:29.034907+00', '2026-11-30 03:45:13.930482+00', '2', '2', '00-5da422ebe087b08b5366ad64c90216aa-966be86e02790664-01'),
('01a22a8e-88a8-7953-9e63-9a81171be00d', 'FAILED', '990', 'EUR', 'tok_decline', 'card_declined', '2', '2026-11-30 03:45:33.218295+00', '2026-11-30 03:45:14.050736+00', '3', NULL, '00-06016d3e9ee8e19d8c806f2559b06f5f-57d9dd62b0e816b3-01'),
('01a22a8e-890b-75f4-908d-5bcd6037156b', 'FAILED', '990', 'EUR', 'tok_decline_insufficient_funds', 'insufficient_funds', '2', '2026-11-30 03:45:33.218387+00', '2026-11-30 03:45:14.463468+00', '3', NULL, '00-1a82f19d1ad9667cf1a83d6fb65c8c04-8713c292eb38b8bf-01'),
('01a22a8e-89ce-7235-9ba6-9ae41d8d1171', 'FAILED', '990', 'EUR', 'tok_decline_expired_card', 'expired_card', '2', '2026-11-30 03:45:33.2184+00', '2026-11-30 03:45:14.800512+00', '3', NULL, '00-1ec1ae2809f73a2518e11c9e08e43769-5db4012ae743bf16-01'),
('01a22a8e-8a24-710d-88e9-0fe20ae60c2b', 'FAILED', '990', 'EUR', 'tok_decline_lost_card', 'lost_card', '2', '2026-11-30 03:45:33.218409+00', '2026-11-30 03:45:14.800512+00', '3', NULL, '00-ce1f1f9ae2897faa40496103a9bb6af9-d56fec6bdfdfc919-01'),
('01a22a8e-8a70-7fe2-9aa9-9f92c11c0ff1', 'FAILED', '990', 'EUR', 'tok_decline_suspected_fraud', 'suspected_fraud', '2', '2026-11-30 03:45:34.239656+00', '2026-11-30 03:45:14.962098+00', '3', NULL, '00-4d7b1c882cb3ad893913e3500bec57fd-40b983e409a8f46f-01'),
('01a22a8e-8aad-71ef-9f66-abae41791903', 'FAILED', '990', 'EUR', 'tok_unheard_of', 'unknown_token', '2', '2026-11-30 03:45:34.239755+00', '2026-11-30 03:45:14.962098+00', '3', NULL, '00-46386e3a96d54e35eee0a1bf2bce3313-0a138dede85a5a0b-01'),
('01a22a8e-a96c-7743-ae62-38303b4251b6', 'VOIDED', '0', 'XXX', '', 'OUT_OF_STOCK', '0', '2026-11-30 03:45:22.410473+00', '2026-11-30 03:45:22.410473+00', '1', NULL, NULL),
('01a22a8e-aa23-7bee-af2a-3680495fc90a', 'VOIDED', '0', 'XXX', '', 'CANCELLED_BY_CUSTOMER', '0', '2026-11-30 03:45:23.172269+00', '2026-11-30 03:45:23.172269+00', '1', NULL, NULL),
('01a22a8e-aad2-752d-ba8e-a1186a912404', 'VOIDED', '0', 'XXX', '', 'EXPIRED', '0', '2026-11-30 03:45:25.474982+00', '2026-11-30 03:45:25.474982+00', '1', NULL, NULL),
('01a22a8e-b8f7-7119-bf72-22edc489d4f1', 'VOIDED', '990', 'EUR', 'tok_approve', 'CANCELLED_BY_CUSTOMER', '5', '2026-11-30 03:45:47.173771+00', '2026-11-30 03:45:26.689481+00', '7', NULL, '00-9bc5f27fc13287807dc573d5236e2365-db6caf14a67ae5b6-01'),
('01a22a8e-b912-7dc1-8907-8abbdba347d7', 'VOIDED', '990', 'EUR', 'tok_approve', 'EXPIRED', '6', '2026-11-30 03:45:49.205826+00', '2026-11-30 03:45:26.66317+00', '8', NULL, '00-0be22ffd72a236bf45de691b0d4ee297-887152801f5d2852-01'),
('01a22a8e-b92c-75cf-91bd-17f2cf5a0ce4', 'VOIDED', '990', 'EUR', 'tok_approve', 'EXPIRED', '5', '2026-11-30 03:45:47.173858+00', '2026-11-30 03:45:26.689481+00', '7', NULL, '00-059a2a604fd0cd6abc2c8498f9890312-451e3cd98a699a62-01'),
('01a22a8e-b951-701e-b12c-43915c9a01f8', 'REFUNDED', '990', 'EUR', 'tok_approve', 'EXPIRED', '1', '2026-11-30 03:45:53.212312+00', '2026-11-30 03:45:27.000552+00', '8', '8', '00-4bdde3b0805aec83e62f11aa35b990ad-22d32f60762a08d5-01'),
('01a22a8e-e813-7f75-aa74-6136dcbc7002', 'REFUNDED', '990', 'EUR', 'tok_slow', 'CANCELLED_BY_CUSTOMER', '1', '2026-11-30 03:45:55.568026+00', '2026-11-30 03:45:38.375379+00', '4', '4', '00-70904d50e34253f20a1db0e9ea8b2494-a4f00496fa418d43-01'),
('01a22a8e-f27b-7f24-a662-4b5e2a996728', 'FAILED', '990', 'EUR', 'tok_hanging', 'The gateway gave no definite answer in time', '1', '2026-11-30 03:46:04.955997+00', '2026-11-30 02:45:41.071662+00', '5', '5', '00-990bb0000900396551da2adbd0a8dbd9-140e17a0334837c6-01'),
('01a22a8e-fee4-7457-b4fa-741888d31add', 'FAILED', '990', 'EUR', 'tok_hanging', 'no answer from the gateway: TimeoutException', '2', '2026-11-30 03:46:02.531546+00', '2026-11-30 03:45:44.204649+00', '3', NULL, '00-1974bbb7cd752f7c87e905e8b2cfcd1e-b8c80dd0a3a86ff1-01'),
('01a22a8f-0ba5-70e4-bea2-8dab0057f74a', 'REFUNDED', '990', 'EUR', 'tok_timeout_charged', 'no answer from the gateway: TimeoutException', '2', '2026-11-30 03:46:05.962082+00', '2026-11-30 03:45:47.523598+00', '3', '3', '00-6f4a97de7445f6666667b4d2f73da496-452ec97d526f27ab-01'),
('01a22a8f-2cdd-7ac5-8e17-de8e658a9ce9', 'COMPLETED', '777001', 'EUR', 'tok_approve', NULL, '2', '2026-11-30 03:46:12.1889+00', '2026-11-30 03:45:56.019548+00', '3', '3', '00-297e9d4b202e0e0ff589ed0950415ca2-383799aeff14b9a8-01'),
('01a22a8f-2d06-7369-8154-1ec9ec8b83d7', 'FAILED', '777002', 'EUR', 'tok_decline', 'card_declined', '2', '2026-11-30 03:46:12.188977+00', '2026-11-30 03:45:56.159671+00', '3', NULL, '00-e7e60828e5682789774ff020e45e469e-a3e074f6a8e0a9e8-01'),
('01a22a8f-33ca-727f-a62d-88bae54f648a', 'COMPLETED', '777003', 'EUR', 'tok_approve', NULL, '1', '2026-11-30 03:46:12.800132+00', '2026-11-30 03:45:57.779191+00', '2', '2', '00-4a8454bb0637977a336e9f63f289ce57-af7a58e446dec690-01'),
('01a22a8f-36c7-7d66-a76b-2f0a0fe511b0', 'COMPLETED', '777004', 'EUR', 'tok_approve', NULL, '1', '2026-11-30 03:46:13.959671+00', '2026-11-30 03:45:58.931521+00', '2', '2', '00-76e8af3756c37470e92b248c4cf38e73-7afffbcd5a786447-01'),
('01a22a8f-6608-7c70-85cc-181db312ac0c', 'REFUNDING', '990', 'EUR', 'tok_approve', 'CANCELLED_BY_CUSTOMER', '5', '2026-11-30 03:46:35.383708+00', '2026-11-30 03:46:10.648469+00', '8', NULL, '00-f44a824b31b6951aabadabce37b997bd-55c027f077d7666d-01'),
('01a22a8f-6ec8-745b-abeb-15446f7bd413', 'VOIDING', '990', 'EUR', 'tok_approve', 'CANCELLED_BY_CUSTOMER', '5', '2026-11-30 03:46:35.383708+00', '2026-11-30 03:46:12.905656+00', '7', NULL, '00-41a03ccdeaaea9fecb0e1d166d1391e1-3abe2de0acbb5dea-01'),
('01a22a8f-701e-7be3-9077-d6268268c0aa', 'EXPIRING', '990', 'EUR', 'tok_approve', 'The gateway gave no definite answer in time', '4', '2026-11-30 03:46:35.383708+00', '2026-11-30 02:46:13.221907+00', '9', NULL, '00-71e2197e7d65f21493683448fc056fdb-028882b1ab6ed62d-01'),
('01a22a8f-70d2-7dbb-a10f-65b668351db7', 'REFUNDED', '990', 'EUR', 'tok_approve', 'CANCELLED_BY_CUSTOMER', '1', '2026-11-30 03:46:35.383708+00', '2026-11-30 03:46:13.405182+00', '8', NULL, '00-ad1a1156f08566d5980443deb33e0a12-720550005029d710-01'),
('01a22a8f-77b0-76d0-998d-0e6080e85546', 'UNKNOWN', '990', 'EUR', 'tok_approve', 'no answer from the gateway: WebApplicationException', '3', '2026-11-30 03:46:35.383708+00', '2026-11-30 03:46:15.156506+00', '4', NULL, '00-a180089b5ae3ce966c96c7f14aa517f4-937edae299120ac2-01'),
('01a22a8f-78ca-74e3-8e53-9e3a9d604414', 'COMPLETED', '990', 'EUR', 'tok_approve', NULL, '3', '2026-11-30 03:46:35.383708+00', '2026-11-30 03:46:15.427069+00', '4', NULL, '00-e3f908700a35248b27103eccd299a049-bf86b698f6afcec5-01'),
('01a22a8f-7986-7805-b571-5371a3318268', 'UNKNOWN', '990', 'EUR', 'tok_approve', 'no answer from the gateway: WebApplicationException', '2', '2026-11-30 03:46:35.383708+00', '2026-11-30 03:46:15.646897+00', '3', NULL, '00-cfadf1704cff126f83fabb0b72a4c3ad-954240495558f749-01'),
('01a22a8f-7a3d-7419-8cc8-bd198974a0f0', 'UNKNOWN', '990', 'EUR', 'tok_approve', 'no answer from the gateway: WebApplicationException', '1', '2026-11-30 03:46:35.383708+00', '2026-11-30 03:46:15.824169+00', '2', NULL, '00-e5725b95bbcadc46a5d06ce12da1c97d-07f0fd17fe4cc8af-01'),
('01a22a8f-7b1b-7851-81dc-a5f4793c7ce7', 'FAILED', '990', 'EUR', 'tok_decline', 'card_declined', '2', '2026-11-30 03:46:35.383708+00', '2026-11-30 03:46:16.042253+00', '3', NULL, '00-0b05b71e2632cfc01f4be04d4877e39a-546839f73abd47a4-01'),
('01a22a8f-abe1-701d-bdc1-8a89216f7fc2', 'PENDING', '990', 'EUR', 'tok_approve', NULL, '0', '2026-11-30 03:46:35.383708+00', '2026-11-30 03:46:28.513298+00', '1', NULL, '00-200daa3f7904b2ff48e8022a67c4f96a-db874044e4dccc61-01'),
('01a22a8f-acf8-7155-8fcb-f988013b8117', 'COMPLETED', '990', 'EUR', 'tok_approve', NULL, '5', '2026-11-30 03:46:35.383708+00', '2026-11-30 03:46:28.82756+00', '6', NULL, '00-4f2548916e0c8d7949e3ebfaacc27dce-2b45ae866ce3af5d-01'),
('01a22a8f-adfd-7e1c-853a-cb70f4272bd9', 'FAILED', '990', 'EUR', 'tok_decline', 'card_declined', '4', '2026-11-30 03:46:35.383708+00', '2026-11-30 03:46:29.048075+00', '5', NULL, '00-17cac4c5bc1556bf3554803cedec9c37-9c1245b8b40c52c7-01'),
('01a22a8f-afb7-77fc-9b15-531ef1bb1803', 'VOIDED', '0', 'XXX', '', 'CANCELLED_BY_CUSTOMER', '0', '2026-11-30 03:46:31.270534+00', '2026-11-30 03:46:31.270534+00', '1', NULL, NULL);
insert into public.payment_entry (order_id, kind, amount, entered_at) overriding system value values
('01a22a8e-79b8-7c1a-bbb0-c280625aa0ea', 'AUTHORISE', '26980', '2026-11-30 03:45:11.630437+00'),
('01a22a8e-79b8-7c1a-bbb0-c280625aa0ea', 'CAPTURE', '26980', '2026-11-30 03:45:11.630693+00'),
('01a22a8e-8155-73b3-8f06-ada5445d1ac9', 'AUTHORISE', '990', '2026-11-30 03:45:12.173835+00'),
('01a22a8e-8155-73b3-8f06-ada5445d1ac9', 'CAPTURE', '990', '2026-11-30 03:45:12.1739+00'),
('01a22a8e-8175-7761-9624-beac44f5a442', 'AUTHORISE', '990', '2026-11-30 03:45:14.901904+00'),
('01a22a8e-8175-7761-9624-beac44f5a442', 'CAPTURE', '990', '2026-11-30 03:45:14.901978+00'),
('01a22a8e-819a-7b07-af2c-f82f5785f142', 'AUTHORISE', '990', '2026-11-30 03:45:20.21118+00'),
('01a22a8e-819a-7b07-af2c-f82f5785f142', 'CAPTURE', '990', '2026-11-30 03:45:20.211264+00'),
('01a22a8e-8247-7f54-a603-003e16c4b7bb', 'AUTHORISE', '990', '2026-11-30 03:45:14.222081+00'),
('01a22a8e-8247-7f54-a603-003e16c4b7bb', 'CAPTURE', '990', '2026-11-30 03:45:14.222233+00'),
('01a22a8e-8317-7905-8bca-3c8d369d5417', 'AUTHORISE', '990', '2026-11-30 03:45:20.885912+00'),
('01a22a8e-8317-7905-8bca-3c8d369d5417', 'CAPTURE', '990', '2026-11-30 03:45:20.885983+00'),
('01a22a8e-8627-74fe-853c-e4b71274a86b', 'AUTHORISE', '990', '2026-11-30 03:45:14.611272+00'),
('01a22a8e-8627-74fe-853c-e4b71274a86b', 'CAPTURE', '990', '2026-11-30 03:45:14.611286+00'),
('01a22a8e-870d-7a62-aba6-ed22dcbcf56e', 'AUTHORISE', '990', '2026-11-30 03:45:20.106447+00'),
('01a22a8e-870d-7a62-aba6-ed22dcbcf56e', 'CAPTURE', '990', '2026-11-30 03:45:20.106519+00'),
('01a22a8e-8776-70fb-b7db-5519582354e0', 'AUTHORISE', '990', '2026-11-30 03:45:14.611197+00'),
('01a22a8e-8776-70fb-b7db-5519582354e0', 'CAPTURE', '990', '2026-11-30 03:45:14.611268+00'),
('01a22a8e-87f0-713b-8887-44d39a143b07', 'AUTHORISE', '990', '2026-11-30 03:45:14.84512+00'),
('01a22a8e-87f0-713b-8887-44d39a143b07', 'CAPTURE', '990', '2026-11-30 03:45:14.845192+00'),
('01a22a8e-b8f7-7119-bf72-22edc489d4f1', 'VOID', '990', '2026-11-30 03:45:32.252011+00'),
('01a22a8e-b912-7dc1-8907-8abbdba347d7', 'VOID', '990', '2026-11-30 03:45:34.242069+00'),
('01a22a8e-b92c-75cf-91bd-17f2cf5a0ce4', 'VOID', '990', '2026-11-30 03:45:32.22878+00'),
('01a22a8e-b951-701e-b12c-43915c9a01f8', 'AUTHORISE', '990', '2026-11-30 03:45:32.304802+00'),
('01a22a8e-b951-701e-b12c-43915c9a01f8', 'CAPTURE', '990', '2026-11-30 03:45:32.304873+00'),
('01a22a8e-b951-701e-b12c-43915c9a01f8', 'REFUND', '990', '2026-11-30 03:45:38.256979+00'),
('01a22a8e-e813-7f75-aa74-6136dcbc7002', 'AUTHORISE', '990', '2026-11-30 03:45:40.413597+00'),
('01a22a8e-e813-7f75-aa74-6136dcbc7002', 'CAPTURE', '990', '2026-11-30 03:45:40.413664+00'),
('01a22a8e-e813-7f75-aa74-6136dcbc7002', 'REFUND', '990', '2026-11-30 03:45:40.598713+00'),
('01a22a8e-f27b-7f24-a662-4b5e2a996728', 'VOID', '990', '2026-11-30 03:45:50.009172+00'),
('01a22a8e-fee4-7457-b4fa-741888d31add', 'VOID', '990', '2026-11-30 03:45:47.566515+00'),
('01a22a8f-0ba5-70e4-bea2-8dab0057f74a', 'AUTHORISE', '990', '2026-11-30 03:45:50.992625+00'),
('01a22a8f-0ba5-70e4-bea2-8dab0057f74a', 'CAPTURE', '990', '2026-11-30 03:45:50.992702+00'),
('01a22a8f-0ba5-70e4-bea2-8dab0057f74a', 'REFUND', '990', '2026-11-30 03:45:50.992894+00'),
('01a22a8f-2cdd-7ac5-8e17-de8e658a9ce9', 'AUTHORISE', '777001', '2026-11-30 03:45:57.341208+00'),
('01a22a8f-2cdd-7ac5-8e17-de8e658a9ce9', 'CAPTURE', '777001', '2026-11-30 03:45:57.341302+00'),
('01a22a8f-33ca-727f-a62d-88bae54f648a', 'AUTHORISE', '777003', '2026-11-30 03:45:57.832263+00'),
('01a22a8f-33ca-727f-a62d-88bae54f648a', 'CAPTURE', '777003', '2026-11-30 03:45:57.832332+00'),
('01a22a8f-36c7-7d66-a76b-2f0a0fe511b0', 'AUTHORISE', '777004', '2026-11-30 03:45:59.00649+00'),
('01a22a8f-36c7-7d66-a76b-2f0a0fe511b0', 'CAPTURE', '777004', '2026-11-30 03:45:59.006561+00'),
('01a22a8f-6608-7c70-85cc-181db312ac0c', 'AUTHORISE', '990', '2026-11-30 03:46:10.700925+00'),
('01a22a8f-6608-7c70-85cc-181db312ac0c', 'CAPTURE', '990', '2026-11-30 03:46:10.701143+00'),
('01a22a8f-70d2-7dbb-a10f-65b668351db7', 'AUTHORISE', '990', '2026-11-30 03:46:34.152707+00'),
('01a22a8f-70d2-7dbb-a10f-65b668351db7', 'CAPTURE', '990', '2026-11-30 03:46:34.152771+00'),
('01a22a8f-70d2-7dbb-a10f-65b668351db7', 'REFUND', '990', '2026-11-30 03:46:35.103585+00'),
('01a22a8f-78ca-74e3-8e53-9e3a9d604414', 'AUTHORISE', '990', '2026-11-30 03:46:34.168513+00'),
('01a22a8f-78ca-74e3-8e53-9e3a9d604414', 'CAPTURE', '990', '2026-11-30 03:46:34.16858+00'),
('01a22a8f-acf8-7155-8fcb-f988013b8117', 'AUTHORISE', '990', '2026-11-30 03:46:33.101298+00'),
('01a22a8f-acf8-7155-8fcb-f988013b8117', 'CAPTURE', '990', '2026-11-30 03:46:33.10136+00');
insert into public.reconciliation (the_only_row, created_at, next_pass_at, read_to, started_at, completed_at) overriding system value values
('true', '2026-11-30 03:45:03.577158+00', '2026-11-30 03:46:35.383708+00', '2026-11-30 03:46:00.173141+00', '2026-11-30 03:46:02.142275+00', '2026-11-30 03:46:02.24652+00');
insert into public.schema_history_messaging (installed_rank, version, description, type, script, checksum, installed_by, installed_on, execution_time, success) overriding system value values
('1', '1', 'messaging', 'SQL', 'V1__messaging.sql', '21972337', 'payments', '2026-11-30 03:45:01.861491', '138', 'true'),
('2', '2', 'dead letters', 'SQL', 'V2__dead_letters.sql', '-1928880980', 'payments', '2026-11-30 03:45:02.122896', '94', 'true'),
('3', '3', 'inbox by age', 'SQL', 'V3__inbox_by_age.sql', '-1754986147', 'payments', '2026-11-30 03:45:02.246692', '15', 'true');
insert into public.schema_history_migration (installed_rank, version, description, type, script, checksum, installed_by, installed_on, execution_time, success) overriding system value values
('1', '0', '<< Flyway Baseline >>', 'BASELINE', '<< Flyway Baseline >>', NULL, 'payments', '2026-11-30 03:45:02.872646', '0', 'true'),
('2', '1', 'payment', 'SQL', 'V1__payment.sql', '745429688', 'payments', '2026-11-30 03:45:02.963697', '98', 'true'),
('3', '2', 'simulated gateway', 'SQL', 'V2__simulated_gateway.sql', '-431667272', 'payments', '2026-11-30 03:45:03.359329', '52', 'true'),
('4', '3', 'gateway switches', 'SQL', 'V3__gateway_switches.sql', '1088086802', 'payments', '2026-11-30 03:45:03.436225', '7', 'true'),
('5', '4', 'payment deadline', 'SQL', 'V4__payment_deadline.sql', '831368535', 'payments', '2026-11-30 03:45:03.467492', '9', 'true'),
('6', '5', 'refund of a capture', 'SQL', 'V5__refund_of_a_capture.sql', '-1446209578', 'payments', '2026-11-30 03:45:03.49143', '31', 'true'),
('7', '6', 'reconciliation', 'SQL', 'V6__reconciliation.sql', '193358477', 'payments', '2026-11-30 03:45:03.559354', '23', 'true'),
('8', '10', 'trace of a payment', 'SQL', 'V10__trace_of_a_payment.sql', '-1088539680', 'payments', '2026-11-30 03:45:03.609533', '10', 'true');
insert into public.schema_history_sample (installed_rank, version, description, type, script, checksum, installed_by, installed_on, execution_time, success) overriding system value values
('1', '0', '<< Flyway Baseline >>', 'BASELINE', '<< Flyway Baseline >>', NULL, 'payments', '2026-11-30 03:45:03.970284', '0', 'true'),
('2', '1', 'nothing', 'SQL', 'V1__nothing.sql', '284168779', 'payments', '2026-11-30 03:45:04.053381', '4', 'true');
select setval('public.dead_letter_action_seq_seq', 7);
select setval('public.outbox_seq_seq', 36);
alter table gateway.charge add constraint charge_pkey PRIMARY KEY (key);
alter table gateway.lost_request add constraint lost_request_pkey PRIMARY KEY (key);
alter table gateway.movement add constraint movement_pkey PRIMARY KEY (key, kind);
alter table gateway.switches add constraint switches_pkey PRIMARY KEY (the_only_row);
alter table public.dead_letter add constraint dead_letter_pkey PRIMARY KEY (id);
alter table public.dead_letter_action add constraint dead_letter_action_pkey PRIMARY KEY (dead_letter_id, seq);
alter table public.difference add constraint difference_pkey PRIMARY KEY (key);
alter table public.inbox add constraint inbox_pkey PRIMARY KEY (event_id);
alter table public.outbox add constraint outbox_pkey PRIMARY KEY (seq);
alter table public.payment add constraint payment_pkey PRIMARY KEY (order_id);
alter table public.payment_entry add constraint payment_entry_pkey PRIMARY KEY (order_id, kind);
alter table public.reconciliation add constraint reconciliation_pkey PRIMARY KEY (the_only_row);
alter table public.schema_history_messaging add constraint schema_history_messaging_pk PRIMARY KEY (installed_rank);
alter table public.schema_history_migration add constraint schema_history_migration_pk PRIMARY KEY (installed_rank);
alter table public.schema_history_sample add constraint schema_history_sample_pk PRIMARY KEY (installed_rank);
alter table public.payment add constraint payment_order_id_amount_key UNIQUE (order_id, amount);
alter table gateway.charge add constraint charge_amount_check CHECK ((amount >= 0));
alter table gateway.charge add constraint charge_status_check CHECK ((status = ANY (ARRAY['CAPTURED'::text, 'DECLINED'::text, 'VOIDED'::text])));
alter table gateway.movement add constraint movement_amount_check CHECK ((amount >= 0));
alter table gateway.movement add constraint movement_kind_check CHECK ((kind = ANY (ARRAY['CAPTURE'::text, 'REFUND'::text])));
alter table gateway.switches add constraint switches_percent_check CHECK (((percent >= 1) AND (percent <= 100)));
alter table gateway.switches add constraint switches_the_only_row_check CHECK (the_only_row);
alter table public.dead_letter add constraint dead_letter_attempts_check CHECK ((attempts > 0));
alter table public.dead_letter add constraint dead_letter_check CHECK (((status = 'PARKED'::text) = (closed_at IS NULL)));
alter table public.dead_letter add constraint dead_letter_status_check CHECK ((status = ANY (ARRAY['PARKED'::text, 'REDRIVEN'::text, 'DISCARDED'::text])));
alter table public.dead_letter_action add constraint dead_letter_action_action_check CHECK ((action = ANY (ARRAY['PARK'::text, 'DRY_RUN'::text, 'REDRIVE'::text, 'DISCARD'::text])));
alter table public.dead_letter_action add constraint dead_letter_action_outcome_check CHECK ((outcome = ANY (ARRAY['PARKED'::text, 'HANDLED'::text, 'FAILED'::text, 'DISCARDED'::text])));
alter table public.difference add constraint difference_kind_check CHECK ((kind = ANY (ARRAY['CAPTURED_BY_GATEWAY_ONLY'::text, 'CAPTURED_BY_US_ONLY'::text, 'REFUNDED_BY_GATEWAY_ONLY'::text, 'REFUNDED_BY_US_ONLY'::text, 'AMOUNT_DIFFERS'::text, 'CHARGED_TWICE'::text])));
alter table public.payment add constraint known_status CHECK ((status = ANY (ARRAY['NEW'::text, 'PENDING'::text, 'UNKNOWN'::text, 'EXPIRING'::text, 'COMPLETED'::text, 'FAILED'::text, 'VOIDING'::text, 'VOIDED'::text, 'REFUNDING'::text, 'REFUNDED'::text])));
alter table public.payment add constraint payment_amount_check CHECK ((amount >= 0));
alter table public.payment add constraint payment_attempts_check CHECK ((attempts >= 0));
alter table public.payment add constraint payment_currency_check CHECK ((currency ~ '^[A-Z]{3}$'::text));
alter table public.payment_entry add constraint payment_entry_amount_check CHECK ((amount >= 0));
alter table public.payment_entry add constraint payment_entry_kind_check CHECK ((kind = ANY (ARRAY['AUTHORISE'::text, 'CAPTURE'::text, 'REFUND'::text, 'VOID'::text])));
alter table public.reconciliation add constraint reconciliation_check CHECK (((started_at IS NULL) = (completed_at IS NULL)));
alter table public.reconciliation add constraint reconciliation_the_only_row_check CHECK (the_only_row);
alter table gateway.movement add constraint movement_key_fkey FOREIGN KEY (key) REFERENCES gateway.charge(key);
alter table public.dead_letter_action add constraint dead_letter_action_dead_letter_id_fkey FOREIGN KEY (dead_letter_id) REFERENCES dead_letter(id) ON DELETE CASCADE;
alter table public.payment_entry add constraint payment_entry_order_id_amount_fkey FOREIGN KEY (order_id, amount) REFERENCES payment(order_id, amount);
alter table public.payment_entry add constraint payment_entry_order_id_gives_back_fkey FOREIGN KEY (order_id, gives_back) REFERENCES payment_entry(order_id, kind);
CREATE INDEX charge_by_order ON gateway.charge USING btree (order_id);
CREATE INDEX dead_letter_closed ON public.dead_letter USING btree (closed_at) WHERE (closed_at IS NOT NULL);
CREATE INDEX dead_letter_parked ON public.dead_letter USING btree (redrives, id) WHERE (status = 'PARKED'::text);
CREATE INDEX inbox_by_age ON public.inbox USING btree (received_at);
CREATE INDEX movement_by_time ON gateway.movement USING btree (moved_at, key, kind);
CREATE INDEX payment_charging ON public.payment USING btree (created_at) WHERE (status = ANY (ARRAY['PENDING'::text, 'UNKNOWN'::text]));
CREATE INDEX payment_due ON public.payment USING btree (next_attempt_at) WHERE (status = ANY (ARRAY['PENDING'::text, 'UNKNOWN'::text, 'EXPIRING'::text, 'VOIDING'::text, 'REFUNDING'::text]));
CREATE INDEX payment_not_agreed ON public.payment USING btree (order_id) WHERE ((status = ANY (ARRAY['COMPLETED'::text, 'FAILED'::text, 'VOIDED'::text, 'REFUNDED'::text])) AND (agreed_version IS DISTINCT FROM version));
CREATE INDEX schema_history_messaging_s_idx ON public.schema_history_messaging USING btree (success);
CREATE INDEX schema_history_migration_s_idx ON public.schema_history_migration USING btree (success);
CREATE INDEX schema_history_sample_s_idx ON public.schema_history_sample USING btree (success);
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE ON public.payment_entry FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER whole BEFORE TRUNCATE ON public.payment_entry FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
