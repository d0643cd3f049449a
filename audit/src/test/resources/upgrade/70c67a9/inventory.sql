CREATE OR REPLACE FUNCTION public.refuse_change()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
    raise exception '% is append-only', tg_table_name;
end $function$;
CREATE OR REPLACE FUNCTION public.set_updated_at()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
    new.updated_at := now();
    return new;
end $function$;
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
create table public.reservation (
    order_id uuid not null,
    status character varying(16) not null,
    version bigint not null,
    created_at timestamp with time zone default now() not null,
    updated_at timestamp with time zone default now() not null
);
create table public.reservation_line (
    order_id uuid not null,
    sku character varying(64) not null,
    quantity integer not null
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
create table public.stock (
    sku character varying(64) not null,
    on_hand bigint default 0 not null,
    reserved bigint default 0 not null,
    version bigint default 0 not null,
    low_at bigint default 0 not null
);
create table public.stock_movement (
    id uuid not null,
    sku character varying(64) not null,
    kind character varying(16) not null,
    quantity bigint not null,
    on_hand_after bigint not null,
    reserved_after bigint not null,
    at timestamp with time zone default clock_timestamp() not null,
    order_id uuid,
    idempotency_key character varying(128),
    reason character varying(200),
    version_after bigint,
    reserved_change bigint not null
);
insert into public.dead_letter (id, event_id, channel, topic, kafka_partition, kafka_offset, record_key, payload, headers, cause, attempts, parked_at, type, status, redrives, version, closed_at) overriding system value values
('01a22a8f-353f-7e8c-8bf8-9dff21e29266', '01a22a8f-345b-7070-8575-c3233ef7fe1a', 'orders', 'orderflow.orders.v1', '5', '9', '01a22a8f-33ca-727f-a62d-88bae54f648a', '{"orderId":"01a22a8f-33ca-727f-a62d-88bae54f648a"}', '{"ce_type":"dev.orderflow.order.confirmed.v1","ce_source":"/orderflow/order","traceparent":"00-4a8454bb0637977a336e9f63f289ce57-00cf8b4a0433e3ee-01","ce_specversion":"1.0","causationid":"01a22a8f-3446-7c41-8ac0-cf0d437c90a8","ce_time":"2026-11-30T03:45:57.852695Z","ce_id":"01a22a8f-345b-7070-8575-c3233ef7fe1a","content-type":"application/json","correlationid":"01a22a8f-33ca-727f-a62d-88bae54f648a","ce_subject":"01a22a8f-33ca-727f-a62d-88bae54f648a"}', 'PSQLException: ERROR: new row for relation "stock" violates check constraint "refuses_one" Detail: Failing row contains (FIX-004, 19, 0, 3, 0).', '1', '2026-11-30 03:45:58.07946+00', 'dev.orderflow.order.confirmed.v1', 'REDRIVEN', '2', '2', '2026-11-30 03:45:58.38615+00'),
('01a22a8f-39b8-7aa6-bf0e-085ed8ac8965', '61a2895e-8c17-30cb-9be5-85e032519ddd', 'orders', 'orderflow.orders.v1', '3', '8', 'discarded', 'poison', '{"ce_time":"2026-11-30T03:45:59.205175Z","traceparent":"00-92a0d5ba992c7d97561d8498ba0d07e9-5a2cd06e25f28303-01"}', 'The header ce_type is missing', '1', '2026-11-30 03:45:59.224006+00', NULL, 'DISCARDED', '0', '1', '2026-11-30 03:45:59.788941+00'),
('01a22a8f-3a4a-7dfc-a0d9-b5271543934b', 'adc1637d-c8a9-34d2-858a-0c414f1b2d21', 'orders', 'orderflow.orders.v1', '2', '16', 'parked', 'poison', '{"ce_time":"2026-11-30T03:45:59.277318Z","traceparent":"00-c8cd61e6afc0b96ae82d0dfacf2d1164-671492f95a0f37bd-01"}', 'The header ce_type is missing', '1', '2026-11-30 03:45:59.369361+00', NULL, 'PARKED', '0', '0', NULL);
insert into public.dead_letter_action (dead_letter_id, seq, at, action, outcome, operator, detail) overriding system value values
('01a22a8f-353f-7e8c-8bf8-9dff21e29266', '1', '2026-11-30 03:45:58.084399+00', 'PARK', 'PARKED', NULL, 'PSQLException: ERROR: new row for relation "stock" violates check constraint "refuses_one" Detail: Failing row contains (FIX-004, 19, 0, 3, 0).'),
('01a22a8f-353f-7e8c-8bf8-9dff21e29266', '2', '2026-11-30 03:45:58.279694+00', 'REDRIVE', 'FAILED', 'on-call', 'PSQLException: ERROR: new row for relation "stock" violates check constraint "refuses_one" Detail: Failing row contains (FIX-004, 19, 0, 3, 0).'),
('01a22a8f-353f-7e8c-8bf8-9dff21e29266', '3', '2026-11-30 03:45:58.372985+00', 'DRY_RUN', 'HANDLED', 'on-call', NULL),
('01a22a8f-353f-7e8c-8bf8-9dff21e29266', '4', '2026-11-30 03:45:58.404078+00', 'REDRIVE', 'HANDLED', 'on-call', NULL),
('01a22a8f-39b8-7aa6-bf0e-085ed8ac8965', '5', '2026-11-30 03:45:59.226013+00', 'PARK', 'PARKED', NULL, 'The header ce_type is missing'),
('01a22a8f-39b8-7aa6-bf0e-085ed8ac8965', '7', '2026-11-30 03:45:59.772054+00', 'DRY_RUN', 'FAILED', 'on-call', 'The header ce_type is missing'),
('01a22a8f-39b8-7aa6-bf0e-085ed8ac8965', '8', '2026-11-30 03:45:59.790907+00', 'DISCARD', 'DISCARDED', 'on-call', 'Poison'),
('01a22a8f-3a4a-7dfc-a0d9-b5271543934b', '6', '2026-11-30 03:45:59.371684+00', 'PARK', 'PARKED', NULL, 'The header ce_type is missing');
insert into public.inbox (event_id, received_at) overriding system value values
('01a22a8e-79da-73bd-957c-dd02b147994a', '2026-11-30 03:45:10.80984+00'),
('01a22a8e-8044-7aa3-8a73-a98863cd52f4', '2026-11-30 03:45:11.777968+00'),
('01a22a8e-8156-7808-ad23-eac496c3e91d', '2026-11-30 03:45:12.059045+00'),
('01a22a8e-8176-7732-958a-f35294bf0321', '2026-11-30 03:45:12.130894+00'),
('01a22a8e-81a8-7539-90f8-1ca5309f3e84', '2026-11-30 03:45:12.276246+00'),
('01a22a8e-8255-75c3-aca9-5ffdd7ceb68b', '2026-11-30 03:45:12.419964+00'),
('01a22a8e-82cf-79ca-8a22-150d851489cf', '2026-11-30 03:45:12.487981+00'),
('01a22a8e-8318-7a3b-8131-a4eaceab6df3', '2026-11-30 03:45:12.568239+00'),
('01a22a8e-8629-7c07-b377-f55eeb9eec06', '2026-11-30 03:45:13.375407+00'),
('01a22a8e-8718-70c9-a505-1b6562359a15', '2026-11-30 03:45:13.553465+00'),
('01a22a8e-8779-7077-a3cb-3b16d106ba89', '2026-11-30 03:45:13.696683+00'),
('01a22a8e-87f1-7462-b7dd-7d5ac305ebae', '2026-11-30 03:45:13.798776+00'),
('01a22a8e-88a9-7aaa-8c0b-370330ce02f8', '2026-11-30 03:45:13.966558+00'),
('01a22a8e-890c-7a25-9287-9d733211ee50', '2026-11-30 03:45:14.151021+00'),
('01a22a8e-89d6-70e7-9762-6d56f65f3e77', '2026-11-30 03:45:14.286319+00'),
('01a22a8e-8a31-7211-baf8-878954378430', '2026-11-30 03:45:14.386552+00'),
('01a22a8e-8a72-7cb4-87a2-5dec425ad173', '2026-11-30 03:45:14.459116+00'),
('01a22a8e-8aae-7389-8c9b-dbd6c82d29a2', '2026-11-30 03:45:14.633716+00'),
('01a22a8e-8b45-7e96-b0af-6bceb90ef281', '2026-11-30 03:45:14.863697+00'),
('01a22a8e-8bba-71d1-ad95-580461e8b98e', '2026-11-30 03:45:14.863697+00'),
('01a22a8e-8bd5-794a-8204-b995885f1095', '2026-11-30 03:45:14.863697+00'),
('01a22a8e-8c72-75b7-8f3e-6737c57af488', '2026-11-30 03:45:15.777272+00'),
('01a22a8e-8cae-7521-8b28-9a7ef11297d1', '2026-11-30 03:45:15.777272+00'),
('01a22a8e-a0fc-7d9b-b8e9-0fde81c241d0', '2026-11-30 03:45:20.147838+00'),
('01a22a8e-a1a1-7678-8dfa-7d314a3921e1', '2026-11-30 03:45:20.317856+00'),
('01a22a8e-a2f6-783f-b9b7-3f84f0243d02', '2026-11-30 03:45:20.847951+00'),
('01a22a8e-a315-73f3-a10c-dca55d49f38a', '2026-11-30 03:45:20.954727+00'),
('01a22a8e-a497-7064-ad6b-ef7728bfb680', '2026-11-30 03:45:21.118192+00'),
('01a22a8e-a497-7f75-ad6d-520aaa7124ad', '2026-11-30 03:45:21.142072+00'),
('01a22a8e-a498-75db-8c43-27641ba0d402', '2026-11-30 03:45:21.142072+00'),
('01a22a8e-a498-7ab3-8c45-40c78db1f2e6', '2026-11-30 03:45:21.142072+00'),
('01a22a8e-a498-7eac-8c47-d4431e4c3d05', '2026-11-30 03:45:21.142072+00'),
('01a22a8e-a96d-7c53-a1d8-55e94baa0dc0', '2026-11-30 03:45:22.314629+00'),
('01a22a8e-a9c8-7780-a537-1aeb56567ead', '2026-11-30 03:45:22.40935+00'),
('01a22a8e-aa25-712a-9050-1666139c16a7', '2026-11-30 03:45:26.022175+00'),
('01a22a8e-aad7-7bc6-9940-59312d4eacb2', '2026-11-30 03:45:26.022175+00'),
('01a22a8e-abc5-7b1c-ae53-91ed814c988d', '2026-11-30 03:45:26.022175+00'),
('01a22a8e-b5c3-7483-82d5-2899e5759621', '2026-11-30 03:45:26.022175+00'),
('01a22a8e-b8f7-7f5f-bf73-2bf87e494075', '2026-11-30 03:45:26.410557+00'),
('01a22a8e-b913-79c0-98d6-d732033a8ab7', '2026-11-30 03:45:26.410557+00'),
('01a22a8e-b92d-7129-a492-2a3ae04b16d2', '2026-11-30 03:45:26.410557+00'),
('01a22a8e-b959-7774-9ee6-d6abff38632f', '2026-11-30 03:45:26.949065+00'),
('01a22a8e-bdf6-79d6-b0de-d08280922866', '2026-11-30 03:45:27.613574+00'),
('01a22a8e-c94f-73cd-b6de-365d01353768', '2026-11-30 03:45:30.499209+00'),
('01a22a8e-cbc1-7d1b-9a3f-0372e38f088b', '2026-11-30 03:45:31.09827+00'),
('01a22a8e-d0b0-7f4a-ba42-9f1037277206', '2026-11-30 03:45:38.158785+00'),
('01a22a8e-df5e-7b95-a782-d1ef4d1b4e4a', '2026-11-30 03:45:38.196429+00'),
('01a22a8e-e814-7c74-9615-54cad2bb7109', '2026-11-30 03:45:38.344036+00'),
('01a22a8e-e8a7-7b56-9c91-74ba997438a8', '2026-11-30 03:45:38.508641+00'),
('01a22a8e-f27c-7aca-9c06-c130b71a53c9', '2026-11-30 03:45:41.025728+00'),
('01a22a8e-fee5-7755-9727-4c5ecde30048', '2026-11-30 03:45:44.183014+00'),
('01a22a8f-0ba5-7cf9-bea3-8b411a3d78c7', '2026-11-30 03:45:47.45838+00'),
('01a22a8f-0c41-787f-a327-e206eb3602f5', '2026-11-30 03:45:47.622326+00'),
('01a22a8f-15c9-7af2-90c6-36c0c2143ac9', '2026-11-30 03:45:50.053736+00'),
('01a22a8f-2b3b-713b-b1c7-31c568e7949a', '2026-11-30 03:45:55.546943+00'),
('01a22a8f-2cde-7d65-aa34-f0e9da48fb56', '2026-11-30 03:45:55.960475+00'),
('01a22a8f-2d07-7597-b9c7-42810fe94212', '2026-11-30 03:45:56.056432+00'),
('01a22a8f-324e-75ae-884f-51b25b3d6cc9', '2026-11-30 03:45:57.352504+00'),
('01a22a8f-32a5-78a6-bd0b-79e36b8468d5', '2026-11-30 03:45:57.485169+00'),
('01a22a8f-33cb-7c13-869c-3f3be788cd84', '2026-11-30 03:45:57.738289+00'),
('01a22a8f-345b-7070-8575-c3233ef7fe1a', '2026-11-30 03:45:58.07946+00'),
('01a22a8f-36c8-7b77-8e63-38e71457afae', '2026-11-30 03:45:58.490504+00'),
('01a22a8f-3701-7898-a861-ac093c6cfa3b', '2026-11-30 03:45:58.575956+00'),
('01a22a8f-38fc-7678-900e-13128000695b', '2026-11-30 03:45:59.078769+00'),
('01a22a8f-6609-79e3-8cf4-8f8e4f9194dc', '2026-11-30 03:46:10.59023+00'),
('01a22a8f-6709-7d2f-963c-bb4d47d62640', '2026-11-30 03:46:10.854374+00'),
('01a22a8f-6ec9-7117-9d75-2c39b7d8bb5d', '2026-11-30 03:46:12.831742+00'),
('01a22a8f-7020-7031-9381-2efbd6917cbb', '2026-11-30 03:46:13.174183+00'),
('01a22a8f-70d3-7d5b-95c7-21714d49611a', '2026-11-30 03:46:13.367835+00'),
('01a22a8f-7189-7ba2-a285-1be2c33aeb7f', '2026-11-30 03:46:13.548404+00'),
('01a22a8f-71f1-7f28-a2cf-c4e2dbd306e0', '2026-11-30 03:46:13.634586+00'),
('01a22a8f-77b1-74f9-8848-a2451f985b7c', '2026-11-30 03:46:15.108944+00'),
('01a22a8f-78cb-7459-a97b-0ac545bcaf4f', '2026-11-30 03:46:15.385007+00'),
('01a22a8f-7987-7555-84a8-4820002e7e1d', '2026-11-30 03:46:15.59458+00'),
('01a22a8f-7a3e-7234-aa3d-524427afc16b', '2026-11-30 03:46:15.783774+00'),
('01a22a8f-7b1c-757b-8f02-40b8f26c7340', '2026-11-30 03:46:15.985121+00'),
('01a22a8f-abe1-7b83-bdc2-15e568762cb1', '2026-11-30 03:46:28.468694+00'),
('01a22a8f-acf8-7d47-8fcc-2cf10e516084', '2026-11-30 03:46:28.752139+00'),
('01a22a8f-adfe-7ab4-8ef3-e8bf251fd34c', '2026-11-30 03:46:29.014273+00'),
('01a22a8f-af3d-7481-8b4a-c7fcd40a06f5', '2026-11-30 03:46:29.323054+00'),
('01a22a8f-af68-7633-8461-9161d2fd48c1', '2026-11-30 03:46:29.380643+00'),
('01a22a8f-af97-7b47-80f6-5ba0b318cead', '2026-11-30 03:46:29.427821+00'),
('01a22a8f-afb8-7452-868c-30d2b871f1c3', '2026-11-30 03:46:29.471307+00'),
('01a22a8f-b6c7-764c-8b5e-bc6dbd1edd6a', '2026-11-30 03:46:31.279189+00'),
('61a2895e-8c17-30cb-9be5-85e032519ddd', '2026-11-30 03:45:59.224006+00'),
('adc1637d-c8a9-34d2-858a-0c414f1b2d21', '2026-11-30 03:45:59.369361+00');
insert into public.outbox (seq, id, topic, record_key, payload, headers, created_at) overriding system value values
('51', '01a22a8f-af51-7e5d-8cfd-d66cd06f7375', 'orderflow.inventory.v1', '01a22a8f-af3c-76e5-a711-b616cf141ae9', '{"orderId":"01a22a8f-af3c-76e5-a711-b616cf141ae9","payment":{"amount":990,"currency":"EUR","token":"tok_approve"}}', '{"ce_id":"01a22a8f-af51-7e5d-8cfd-d66cd06f7375","ce_type":"dev.orderflow.inventory.reserved.v1","ce_source":"/orderflow/inventory","ce_specversion":"1.0","ce_subject":"01a22a8f-af3c-76e5-a711-b616cf141ae9","content-type":"application/json","correlationid":"01a22a8f-af3c-76e5-a711-b616cf141ae9","causationid":"01a22a8f-af3d-7481-8b4a-c7fcd40a06f5","traceparent":"00-48d2a51bbadf7987f6af8b82dd7985bf-a876443952ea7fe1-01"}', '2026-11-30 03:46:29.335469+00'),
('52', '01a22a8f-af89-7af3-a7ea-4d58ff6aff4a', 'orderflow.stock.v1', 'FIX-003', '{"available":19,"lowAt":20,"sku":"FIX-003"}', '{"ce_id":"01a22a8f-af89-7af3-a7ea-4d58ff6aff4a","ce_type":"dev.orderflow.inventory.stock-low.v1","ce_source":"/orderflow/inventory","ce_specversion":"1.0","ce_subject":"FIX-003","content-type":"application/json","correlationid":"01a22a8f-af67-7b17-b461-ee89680b64ad","causationid":"01a22a8f-af68-7633-8461-9161d2fd48c1","traceparent":"00-06988d97505faba8799df3fd5007ccc3-5191d960a3779112-01"}', '2026-11-30 03:46:29.397604+00'),
('53', '01a22a8f-af89-7f65-a7eb-652b7c5c328b', 'orderflow.inventory.v1', '01a22a8f-af67-7b17-b461-ee89680b64ad', '{"orderId":"01a22a8f-af67-7b17-b461-ee89680b64ad","payment":{"amount":777002,"currency":"EUR","token":"tok_approve"}}', '{"ce_id":"01a22a8f-af89-7f65-a7eb-652b7c5c328b","ce_type":"dev.orderflow.inventory.reserved.v1","ce_source":"/orderflow/inventory","ce_specversion":"1.0","ce_subject":"01a22a8f-af67-7b17-b461-ee89680b64ad","content-type":"application/json","correlationid":"01a22a8f-af67-7b17-b461-ee89680b64ad","causationid":"01a22a8f-af68-7633-8461-9161d2fd48c1","traceparent":"00-06988d97505faba8799df3fd5007ccc3-5191d960a3779112-01"}', '2026-11-30 03:46:29.397619+00'),
('54', '01a22a8f-afcd-70f5-bfe2-0f417e971ba5', 'orderflow.inventory.v1', '01a22a8f-af96-79d8-8f3d-aa62c79663b6', '{"orderId":"01a22a8f-af96-79d8-8f3d-aa62c79663b6","reason":"Out of stock: NONE-001 (wanted 1, available 0)"}', '{"ce_id":"01a22a8f-afcd-70f5-bfe2-0f417e971ba5","ce_type":"dev.orderflow.inventory.rejected.v1","ce_source":"/orderflow/inventory","ce_specversion":"1.0","ce_subject":"01a22a8f-af96-79d8-8f3d-aa62c79663b6","content-type":"application/json","correlationid":"01a22a8f-af96-79d8-8f3d-aa62c79663b6","causationid":"01a22a8f-af97-7b47-80f6-5ba0b318cead","traceparent":"00-9fd2df702d239e36a943acb633dd5610-ca0dad6bec9a6785-01"}', '2026-11-30 03:46:29.459108+00'),
('55', '01a22a8f-afe5-732d-8714-9cdc9f3ebef0', 'orderflow.inventory.v1', '01a22a8f-afb7-77fc-9b15-531ef1bb1803', '{"orderId":"01a22a8f-afb7-77fc-9b15-531ef1bb1803","payment":{"amount":990,"currency":"EUR","token":"tok_approve"}}', '{"ce_id":"01a22a8f-afe5-732d-8714-9cdc9f3ebef0","ce_type":"dev.orderflow.inventory.reserved.v1","ce_source":"/orderflow/inventory","ce_specversion":"1.0","ce_subject":"01a22a8f-afb7-77fc-9b15-531ef1bb1803","content-type":"application/json","correlationid":"01a22a8f-afb7-77fc-9b15-531ef1bb1803","causationid":"01a22a8f-afb8-7452-868c-30d2b871f1c3","traceparent":"00-214931070c97d57e11c6b6d69e13cd41-d2ba18407f56c480-01"}', '2026-11-30 03:46:29.479073+00'),
('56', '01a22a8f-b685-789d-b63e-ecee3c7e7df6', 'orderflow.inventory.v1', '01a22a8f-7a3d-7419-8cc8-bd198974a0f0', '{"orderId":"01a22a8f-7a3d-7419-8cc8-bd198974a0f0"}', '{"ce_id":"01a22a8f-b685-789d-b63e-ecee3c7e7df6","ce_type":"dev.orderflow.inventory.reservation-expired.v1","ce_source":"/orderflow/inventory","ce_specversion":"1.0","ce_subject":"01a22a8f-7a3d-7419-8cc8-bd198974a0f0","content-type":"application/json","correlationid":"01a22a8f-7a3d-7419-8cc8-bd198974a0f0"}', '2026-11-30 03:46:31.176401+00');
insert into public.reservation (order_id, status, version, created_at, updated_at) overriding system value values
('01a22a8e-79b8-7c1a-bbb0-c280625aa0ea', 'COMMITTED', '1', '2026-11-30 03:45:10.80984+00', '2026-11-30 03:45:11.777968+00'),
('01a22a8e-8155-73b3-8f06-ada5445d1ac9', 'COMMITTED', '1', '2026-11-30 03:45:12.059045+00', '2026-11-30 03:45:12.487981+00'),
('01a22a8e-8175-7761-9624-beac44f5a442', 'COMMITTED', '1', '2026-11-30 03:45:12.130894+00', '2026-11-30 03:45:15.777272+00'),
('01a22a8e-819a-7b07-af2c-f82f5785f142', 'COMMITTED', '1', '2026-11-30 03:45:12.276246+00', '2026-11-30 03:45:20.317856+00'),
('01a22a8e-8247-7f54-a603-003e16c4b7bb', 'COMMITTED', '1', '2026-11-30 03:45:12.419964+00', '2026-11-30 03:45:14.863697+00'),
('01a22a8e-8317-7905-8bca-3c8d369d5417', 'COMMITTED', '1', '2026-11-30 03:45:12.568239+00', '2026-11-30 03:45:21.142072+00'),
('01a22a8e-8627-74fe-853c-e4b71274a86b', 'COMMITTED', '1', '2026-11-30 03:45:13.375407+00', '2026-11-30 03:45:14.863697+00'),
('01a22a8e-870d-7a62-aba6-ed22dcbcf56e', 'COMMITTED', '1', '2026-11-30 03:45:13.553465+00', '2026-11-30 03:45:20.147838+00'),
('01a22a8e-8776-70fb-b7db-5519582354e0', 'COMMITTED', '1', '2026-11-30 03:45:13.696683+00', '2026-11-30 03:45:14.863697+00'),
('01a22a8e-87f0-713b-8887-44d39a143b07', 'COMMITTED', '1', '2026-11-30 03:45:13.798776+00', '2026-11-30 03:45:15.777272+00'),
('01a22a8e-88a8-7953-9e63-9a81171be00d', 'RELEASED', '1', '2026-11-30 03:45:13.966558+00', '2026-11-30 03:45:20.847951+00'),
('01a22a8e-890b-75f4-908d-5bcd6037156b', 'RELEASED', '1', '2026-11-30 03:45:14.151021+00', '2026-11-30 03:45:21.118192+00'),
('01a22a8e-89ce-7235-9ba6-9ae41d8d1171', 'RELEASED', '1', '2026-11-30 03:45:14.286319+00', '2026-11-30 03:45:21.142072+00'),
('01a22a8e-8a24-710d-88e9-0fe20ae60c2b', 'RELEASED', '1', '2026-11-30 03:45:14.386552+00', '2026-11-30 03:45:20.954727+00'),
('01a22a8e-8a70-7fe2-9aa9-9f92c11c0ff1', 'RELEASED', '1', '2026-11-30 03:45:14.459116+00', '2026-11-30 03:45:21.142072+00'),
('01a22a8e-8aad-71ef-9f66-abae41791903', 'RELEASED', '1', '2026-11-30 03:45:14.633716+00', '2026-11-30 03:45:21.142072+00'),
('01a22a8e-a96c-7743-ae62-38303b4251b6', 'RELEASED', '0', '2026-11-30 03:45:22.314629+00', '2026-11-30 03:45:22.314629+00'),
('01a22a8e-aa23-7bee-af2a-3680495fc90a', 'RELEASED', '1', '2026-11-30 03:45:26.022175+00', '2026-11-30 03:45:26.022175+00'),
('01a22a8e-aad2-752d-ba8e-a1186a912404', 'RELEASED', '1', '2026-11-30 03:45:26.022175+00', '2026-11-30 03:45:26.022175+00'),
('01a22a8e-b8f7-7119-bf72-22edc489d4f1', 'RELEASED', '1', '2026-11-30 03:45:26.410557+00', '2026-11-30 03:45:27.613574+00'),
('01a22a8e-b912-7dc1-8907-8abbdba347d7', 'RELEASED', '1', '2026-11-30 03:45:26.410557+00', '2026-11-30 03:45:30.499209+00'),
('01a22a8e-b92c-75cf-91bd-17f2cf5a0ce4', 'EXPIRED', '1', '2026-11-30 02:45:26.410557+00', '2026-11-30 03:45:31.030043+00'),
('01a22a8e-b951-701e-b12c-43915c9a01f8', 'EXPIRED', '1', '2026-11-30 02:45:26.949065+00', '2026-11-30 03:45:36.056163+00'),
('01a22a8e-e813-7f75-aa74-6136dcbc7002', 'RELEASED', '1', '2026-11-30 03:45:38.344036+00', '2026-11-30 03:45:38.508641+00'),
('01a22a8e-f27b-7f24-a662-4b5e2a996728', 'RELEASED', '1', '2026-11-30 03:45:41.025728+00', '2026-11-30 03:45:50.053736+00'),
('01a22a8e-fee4-7457-b4fa-741888d31add', 'RELEASED', '1', '2026-11-30 03:45:44.183014+00', '2026-11-30 03:45:47.622326+00'),
('01a22a8f-0ba5-70e4-bea2-8dab0057f74a', 'RELEASED', '1', '2026-11-30 03:45:47.45838+00', '2026-11-30 03:45:55.546943+00'),
('01a22a8f-2cdd-7ac5-8e17-de8e658a9ce9', 'COMMITTED', '1', '2026-11-30 03:45:55.960475+00', '2026-11-30 03:45:57.485169+00'),
('01a22a8f-2d06-7369-8154-1ec9ec8b83d7', 'RELEASED', '1', '2026-11-30 03:45:56.056432+00', '2026-11-30 03:45:57.352504+00'),
('01a22a8f-33ca-727f-a62d-88bae54f648a', 'COMMITTED', '1', '2026-11-30 03:45:57.738289+00', '2026-11-30 03:45:58.38615+00'),
('01a22a8f-36c7-7d66-a76b-2f0a0fe511b0', 'COMMITTED', '1', '2026-11-30 03:45:58.490504+00', '2026-11-30 03:45:59.078769+00'),
('01a22a8f-3700-7490-b6c8-bde50c45a78b', 'HELD', '0', '2026-11-30 03:45:58.575956+00', '2026-11-30 03:45:58.575956+00'),
('01a22a8f-6608-7c70-85cc-181db312ac0c', 'RELEASED', '1', '2026-11-30 03:46:10.59023+00', '2026-11-30 03:46:10.854374+00'),
('01a22a8f-6ec8-745b-abeb-15446f7bd413', 'RELEASED', '1', '2026-11-30 03:46:12.831742+00', '2026-11-30 03:46:13.548404+00'),
('01a22a8f-701e-7be3-9077-d6268268c0aa', 'HELD', '0', '2026-11-30 03:46:13.174183+00', '2026-11-30 03:46:13.174183+00'),
('01a22a8f-70d2-7dbb-a10f-65b668351db7', 'RELEASED', '1', '2026-11-30 03:46:13.367835+00', '2026-11-30 03:46:13.634586+00'),
('01a22a8f-77b0-76d0-998d-0e6080e85546', 'HELD', '0', '2026-11-30 03:46:15.108944+00', '2026-11-30 03:46:15.108944+00'),
('01a22a8f-78ca-74e3-8e53-9e3a9d604414', 'HELD', '0', '2026-11-30 03:46:15.385007+00', '2026-11-30 03:46:15.385007+00'),
('01a22a8f-7986-7805-b571-5371a3318268', 'HELD', '0', '2026-11-30 03:46:15.59458+00', '2026-11-30 03:46:15.59458+00'),
('01a22a8f-7a3d-7419-8cc8-bd198974a0f0', 'EXPIRED', '1', '2026-11-30 02:46:15.783774+00', '2026-11-30 03:46:31.167093+00'),
('01a22a8f-7b1b-7851-81dc-a5f4793c7ce7', 'HELD', '0', '2026-11-30 03:46:15.985121+00', '2026-11-30 03:46:15.985121+00'),
('01a22a8f-abe1-701d-bdc1-8a89216f7fc2', 'HELD', '0', '2026-11-30 03:46:28.468694+00', '2026-11-30 03:46:28.468694+00'),
('01a22a8f-acf8-7155-8fcb-f988013b8117', 'HELD', '0', '2026-11-30 03:46:28.752139+00', '2026-11-30 03:46:28.752139+00'),
('01a22a8f-adfd-7e1c-853a-cb70f4272bd9', 'HELD', '0', '2026-11-30 03:46:29.014273+00', '2026-11-30 03:46:29.014273+00'),
('01a22a8f-af3c-76e5-a711-b616cf141ae9', 'HELD', '0', '2026-11-30 03:46:29.323054+00', '2026-11-30 03:46:29.323054+00'),
('01a22a8f-af67-7b17-b461-ee89680b64ad', 'HELD', '0', '2026-11-30 03:46:29.380643+00', '2026-11-30 03:46:29.380643+00'),
('01a22a8f-af96-79d8-8f3d-aa62c79663b6', 'RELEASED', '0', '2026-11-30 03:46:29.427821+00', '2026-11-30 03:46:29.427821+00'),
('01a22a8f-afb7-77fc-9b15-531ef1bb1803', 'RELEASED', '1', '2026-11-30 03:46:29.471307+00', '2026-11-30 03:46:31.279189+00');
insert into public.reservation_line (order_id, sku, quantity) overriding system value values
('01a22a8e-79b8-7c1a-bbb0-c280625aa0ea', 'BOOK-001', '2'),
('01a22a8e-79b8-7c1a-bbb0-c280625aa0ea', 'FIX-001', '6'),
('01a22a8e-8155-73b3-8f06-ada5445d1ac9', 'MUG-001', '1'),
('01a22a8e-8175-7761-9624-beac44f5a442', 'MUG-001', '1'),
('01a22a8e-819a-7b07-af2c-f82f5785f142', 'MUG-001', '1'),
('01a22a8e-8247-7f54-a603-003e16c4b7bb', 'MUG-001', '1'),
('01a22a8e-8317-7905-8bca-3c8d369d5417', 'MUG-001', '1'),
('01a22a8e-8627-74fe-853c-e4b71274a86b', 'MUG-001', '1'),
('01a22a8e-870d-7a62-aba6-ed22dcbcf56e', 'MUG-001', '1'),
('01a22a8e-8776-70fb-b7db-5519582354e0', 'MUG-001', '1'),
('01a22a8e-87f0-713b-8887-44d39a143b07', 'MUG-001', '1'),
('01a22a8e-88a8-7953-9e63-9a81171be00d', 'MUG-001', '1'),
('01a22a8e-890b-75f4-908d-5bcd6037156b', 'MUG-001', '1'),
('01a22a8e-89ce-7235-9ba6-9ae41d8d1171', 'MUG-001', '1'),
('01a22a8e-8a24-710d-88e9-0fe20ae60c2b', 'MUG-001', '1'),
('01a22a8e-8a70-7fe2-9aa9-9f92c11c0ff1', 'MUG-001', '1'),
('01a22a8e-8aad-71ef-9f66-abae41791903', 'MUG-001', '1'),
('01a22a8e-aa23-7bee-af2a-3680495fc90a', 'MUG-001', '1'),
('01a22a8e-aad2-752d-ba8e-a1186a912404', 'MUG-001', '1'),
('01a22a8e-b8f7-7119-bf72-22edc489d4f1', 'MUG-001', '1'),
('01a22a8e-b912-7dc1-8907-8abbdba347d7', 'MUG-001', '1'),
('01a22a8e-b92c-75cf-91bd-17f2cf5a0ce4', 'MUG-001', '1'),
('01a22a8e-b951-701e-b12c-43915c9a01f8', 'MUG-001', '1'),
('01a22a8e-e813-7f75-aa74-6136dcbc7002', 'MUG-001', '1'),
('01a22a8e-f27b-7f24-a662-4b5e2a996728', 'MUG-001', '1'),
('01a22a8e-fee4-7457-b4fa-741888d31add', 'MUG-001', '1'),
('01a22a8f-0ba5-70e4-bea2-8dab0057f74a', 'MUG-001', '1'),
('01a22a8f-2cdd-7ac5-8e17-de8e658a9ce9', 'FIX-002', '1'),
('01a22a8f-2d06-7369-8154-1ec9ec8b83d7', 'FIX-003', '1'),
('01a22a8f-33ca-727f-a62d-88bae54f648a', 'FIX-004', '1'),
('01a22a8f-36c7-7d66-a76b-2f0a0fe511b0', 'FIX-005', '1'),
('01a22a8f-3700-7490-b6c8-bde50c45a78b', 'FIX-006', '1'),
('01a22a8f-6608-7c70-85cc-181db312ac0c', 'MUG-001', '1'),
('01a22a8f-6ec8-745b-abeb-15446f7bd413', 'MUG-001', '1'),
('01a22a8f-701e-7be3-9077-d6268268c0aa', 'MUG-001', '1'),
('01a22a8f-70d2-7dbb-a10f-65b668351db7', 'MUG-001', '1'),
('01a22a8f-77b0-76d0-998d-0e6080e85546', 'MUG-001', '1'),
('01a22a8f-78ca-74e3-8e53-9e3a9d604414', 'MUG-001', '1'),
('01a22a8f-7986-7805-b571-5371a3318268', 'MUG-001', '1'),
('01a22a8f-7a3d-7419-8cc8-bd198974a0f0', 'MUG-001', '1'),
('01a22a8f-7b1b-7851-81dc-a5f4793c7ce7', 'MUG-001', '1'),
('01a22a8f-abe1-701d-bdc1-8a89216f7fc2', 'MUG-001', '1'),
('01a22a8f-acf8-7155-8fcb-f988013b8117', 'MUG-001', '1'),
('01a22a8f-adfd-7e1c-853a-cb70f4272bd9', 'MUG-001', '1'),
('01a22a8f-af3c-76e5-a711-b616cf141ae9', 'MUG-001', '1'),
('01a22a8f-af67-7b17-b461-ee89680b64ad', 'FIX-003', '1'),
('01a22a8f-afb7-77fc-9b15-531ef1bb1803', 'MUG-001', '1');
insert into public.schema_history_messaging (installed_rank, version, description, type, script, checksum, installed_by, installed_on, execution_time, success) overriding system value values
('1', '1', 'messaging', 'SQL', 'V1__messaging.sql', '21972337', 'inventory', '2026-11-30 03:45:01.000905', '29', 'true'),
('2', '2', 'dead letters', 'SQL', 'V2__dead_letters.sql', '-1928880980', 'inventory', '2026-11-30 03:45:01.106846', '18', 'true'),
('3', '3', 'inbox by age', 'SQL', 'V3__inbox_by_age.sql', '-1754986147', 'inventory', '2026-11-30 03:45:01.152593', '4', 'true');
insert into public.schema_history_migration (installed_rank, version, description, type, script, checksum, installed_by, installed_on, execution_time, success) overriding system value values
('1', '0', '<< Flyway Baseline >>', 'BASELINE', '<< Flyway Baseline >>', NULL, 'inventory', '2026-11-30 03:45:01.754583', '0', 'true'),
('2', '1', 'inventory', 'SQL', 'V1__inventory.sql', '53044200', 'inventory', '2026-11-30 03:45:01.916587', '142', 'true'),
('3', '2', 'expiry and whole ledger', 'SQL', 'V2__expiry_and_whole_ledger.sql', '-33652689', 'inventory', '2026-11-30 03:45:02.156277', '24', 'true'),
('4', '3', 'whole ledger', 'SQL', 'V3__whole_ledger.sql', '398617529', 'inventory', '2026-11-30 03:45:02.305418', '15', 'true');
insert into public.schema_history_sample (installed_rank, version, description, type, script, checksum, installed_by, installed_on, execution_time, success) overriding system value values
('1', '0', '<< Flyway Baseline >>', 'BASELINE', '<< Flyway Baseline >>', NULL, 'inventory', '2026-11-30 03:45:02.783705', '0', 'true'),
('2', '1', 'sample stock', 'SQL', 'V1__sample_stock.sql', '1787813886', 'inventory', '2026-11-30 03:45:02.950417', '56', 'true');
insert into public.stock (sku, on_hand, reserved, version, low_at) overriding system value values
('BAG-001', '2000', '0', '0', '0'),
('BOOK-001', '999998', '0', '2', '0'),
('BOOK-002', '5000', '0', '0', '0'),
('CHAIR-001', '1000', '0', '0', '0'),
('FIX-001', '9', '0', '6', '10'),
('FIX-002', '19', '0', '3', '0'),
('FIX-003', '20', '1', '5', '20'),
('FIX-004', '19', '0', '3', '0'),
('FIX-005', '19', '0', '3', '0'),
('FIX-006', '20', '1', '2', '0'),
('LAMP-001', '2000', '0', '0', '0'),
('LAST-001', '1', '0', '0', '0'),
('MUG-001', '4991', '9', '57', '0'),
('NONE-001', '0', '0', '0', '0'),
('PEN-001', '5000', '0', '0', '0'),
('SHIRT-001', '5000', '0', '0', '0');
insert into public.stock_movement (id, sku, kind, quantity, on_hand_after, reserved_after, at, order_id, idempotency_key, reason, version_after, reserved_change) overriding system value values
('01a22a8e-5e98-722c-bb61-29d85f0f4eac', 'BOOK-001', 'RECEIVED', '1000000', '1000000', '0', '2026-11-30 03:45:03.128158+00', NULL, 'sample-BOOK-001', 'Sample data', '0', '0'),
('01a22a8e-5e98-77c9-9f51-5bd07aaf9a4c', 'BOOK-002', 'RECEIVED', '5000', '5000', '0', '2026-11-30 03:45:03.128489+00', NULL, 'sample-BOOK-002', 'Sample data', '0', '0'),
('01a22a8e-5e98-77f1-969b-8f474e5abcce', 'MUG-001', 'RECEIVED', '5000', '5000', '0', '2026-11-30 03:45:03.128497+00', NULL, 'sample-MUG-001', 'Sample data', '0', '0'),
('01a22a8e-5e98-780b-b0c8-0d8a26977718', 'SHIRT-001', 'RECEIVED', '5000', '5000', '0', '2026-11-30 03:45:03.128504+00', NULL, 'sample-SHIRT-001', 'Sample data', '0', '0'),
('01a22a8e-5e98-782d-a4c7-e9e6f99bc764', 'LAMP-001', 'RECEIVED', '2000', '2000', '0', '2026-11-30 03:45:03.128512+00', NULL, 'sample-LAMP-001', 'Sample data', '0', '0'),
('01a22a8e-5e98-7844-8026-ad9e183ccd31', 'PEN-001', 'RECEIVED', '5000', '5000', '0', '2026-11-30 03:45:03.128517+00', NULL, 'sample-PEN-001', 'Sample data', '0', '0'),
('01a22a8e-5e98-785b-93b3-4b014dc2565a', 'BAG-001', 'RECEIVED', '2000', '2000', '0', '2026-11-30 03:45:03.128523+00', NULL, 'sample-BAG-001', 'Sample data', '0', '0'),
('01a22a8e-5e98-7871-a9ac-d97befd76de3', 'CHAIR-001', 'RECEIVED', '1000', '1000', '0', '2026-11-30 03:45:03.128528+00', NULL, 'sample-CHAIR-001', 'Sample data', '0', '0'),
('01a22a8e-5e98-7888-949f-4e633aabfb21', 'LAST-001', 'RECEIVED', '1', '1', '0', '2026-11-30 03:45:03.128534+00', NULL, 'sample-LAST-001', 'Sample data', '0', '0'),
('01a22a8e-75f6-789f-a8bb-a7911464af0e', 'FIX-001', 'RECEIVED', '20', '20', '0', '2026-11-30 03:45:09.155613+00', NULL, '8a71383c-2c2b-4e57-a2db-481e42941796', 'Fixture', '1', '0'),
('01a22a8e-771c-7a70-95f9-11f02c433865', 'FIX-002', 'RECEIVED', '20', '20', '0', '2026-11-30 03:45:09.405781+00', NULL, '831f07b4-92b8-411a-9087-15862bf3d58c', 'Fixture', '1', '0'),
('01a22a8e-774f-737a-8dc5-ba843c0c8d10', 'FIX-003', 'RECEIVED', '20', '20', '0', '2026-11-30 03:45:09.456254+00', NULL, '4a123207-090d-447f-85ea-9a3dbeb67e04', 'Fixture', '1', '0'),
('01a22a8e-7783-7be4-9c23-3ffba689fbad', 'FIX-004', 'RECEIVED', '20', '20', '0', '2026-11-30 03:45:09.509133+00', NULL, '79ed5964-5bbc-498d-9e86-a3103ee9a2b9', 'Fixture', '1', '0'),
('01a22a8e-77c1-76b0-8bd8-3e43b6f0f4a1', 'FIX-005', 'RECEIVED', '20', '20', '0', '2026-11-30 03:45:09.570963+00', NULL, 'f62ca8f4-378a-45af-bd18-14498c7794bc', 'Fixture', '1', '0'),
('01a22a8e-7803-7a68-8c98-b515c7b46184', 'FIX-006', 'RECEIVED', '20', '20', '0', '2026-11-30 03:45:09.637063+00', NULL, 'ae1bf056-e193-4c75-9f3b-780863d88489', 'Fixture', '1', '0'),
('01a22a8e-7880-762f-aa75-8b46ff408976', 'FIX-001', 'CORRECTED', '-2', '18', '0', '2026-11-30 03:45:09.762784+00', NULL, '4577256c-52ae-42fc-97d6-6e77a3793bcb', 'Fixture', '2', '0'),
('01a22a8e-78a0-7843-8d71-8294f4b062a0', 'FIX-001', 'COUNTED', '-3', '15', '0', '2026-11-30 03:45:09.794961+00', NULL, 'cba214b5-bea2-4445-a3fd-4a4e994f12ce', 'Fixture', '3', '0'),
('01a22a8e-7ce9-7442-b08e-73b537f1724f', 'BOOK-001', 'RESERVED', '0', '1000000', '2', '2026-11-30 03:45:10.913049+00', '01a22a8e-79b8-7c1a-bbb0-c280625aa0ea', NULL, NULL, NULL, '2'),
('01a22a8e-7ce9-7d62-b08f-7fc8c3dea70d', 'FIX-001', 'RESERVED', '0', '15', '6', '2026-11-30 03:45:10.913152+00', '01a22a8e-79b8-7c1a-bbb0-c280625aa0ea', NULL, NULL, NULL, '6'),
('01a22a8e-8092-7dfd-ac8c-a2b3307f8b6c', 'BOOK-001', 'SOLD', '-2', '999998', '0', '2026-11-30 03:45:11.830713+00', '01a22a8e-79b8-7c1a-bbb0-c280625aa0ea', NULL, NULL, NULL, '-2'),
('01a22a8e-8093-7b33-a481-b0ee21c85d9f', 'FIX-001', 'SOLD', '-6', '9', '0', '2026-11-30 03:45:11.830863+00', '01a22a8e-79b8-7c1a-bbb0-c280625aa0ea', NULL, NULL, NULL, '-6'),
('01a22a8e-81a2-7627-a523-67a13ce75014', 'MUG-001', 'RESERVED', '0', '5000', '1', '2026-11-30 03:45:12.105201+00', '01a22a8e-8155-73b3-8f06-ada5445d1ac9', NULL, NULL, NULL, '1'),
('01a22a8e-81f9-7f01-9346-d9f9be94b5bd', 'MUG-001', 'RESERVED', '0', '5000', '2', '2026-11-30 03:45:12.22772+00', '01a22a8e-8175-7761-9624-beac44f5a442', NULL, NULL, NULL, '1'),
('01a22a8e-8284-7be6-82c8-2efda2a10217', 'MUG-001', 'RESERVED', '0', '5000', '3', '2026-11-30 03:45:12.338771+00', '01a22a8e-819a-7b07-af2c-f82f5785f142', NULL, NULL, NULL, '1'),
('01a22a8e-82ed-73b5-a45f-550e93bd491e', 'MUG-001', 'RESERVED', '0', '5000', '4', '2026-11-30 03:45:12.433004+00', '01a22a8e-8247-7f54-a603-003e16c4b7bb', NULL, NULL, NULL, '1'),
('01a22a8e-8335-72ad-8b19-6dcc81361e91', 'MUG-001', 'SOLD', '-1', '4999', '3', '2026-11-30 03:45:12.502874+00', '01a22a8e-8155-73b3-8f06-ada5445d1ac9', NULL, NULL, NULL, '-1'),
('01a22a8e-8382-7d66-afbd-a240d6a7621b', 'MUG-001', 'RESERVED', '0', '4999', '4', '2026-11-30 03:45:12.58355+00', '01a22a8e-8317-7905-8bca-3c8d369d5417', NULL, NULL, NULL, '1'),
('01a22a8e-86a6-72a7-974d-a57c21329553', 'MUG-001', 'RESERVED', '0', '4999', '5', '2026-11-30 03:45:13.384405+00', '01a22a8e-8627-74fe-853c-e4b71274a86b', NULL, NULL, NULL, '1'),
('01a22a8e-8765-7092-9bee-3f3bfde2d317', 'MUG-001', 'RESERVED', '0', '4999', '6', '2026-11-30 03:45:13.581615+00', '01a22a8e-870d-7a62-aba6-ed22dcbcf56e', NULL, NULL, NULL, '1'),
('01a22a8e-87e7-7961-92ce-cd7e25f6c647', 'MUG-001', 'RESERVED', '0', '4999', '7', '2026-11-30 03:45:13.718773+00', '01a22a8e-8776-70fb-b7db-5519582354e0', NULL, NULL, NULL, '1'),
('01a22a8e-8864-74c7-b0d4-46c9fa36aeea', 'MUG-001', 'RESERVED', '0', '4999', '8', '2026-11-30 03:45:13.841182+00', '01a22a8e-87f0-713b-8887-44d39a143b07', NULL, NULL, NULL, '1'),
('01a22a8e-88f9-7482-8632-495d5132196a', 'MUG-001', 'RESERVED', '0', '4999', '9', '2026-11-30 03:45:13.988981+00', '01a22a8e-88a8-7953-9e63-9a81171be00d', NULL, NULL, NULL, '1'),
('01a22a8e-89b5-791e-b1e2-be7ffa99f6c8', 'MUG-001', 'RESERVED', '0', '4999', '10', '2026-11-30 03:45:14.169632+00', '01a22a8e-890b-75f4-908d-5bcd6037156b', NULL, NULL, NULL, '1'),
('01a22a8e-8a40-70aa-8085-dbfb49838491', 'MUG-001', 'RESERVED', '0', '4999', '11', '2026-11-30 03:45:14.307616+00', '01a22a8e-89ce-7235-9ba6-9ae41d8d1171', NULL, NULL, NULL, '1'),
('01a22a8e-8aa1-787d-bc09-fe81e48fd266', 'MUG-001', 'RESERVED', '0', '4999', '12', '2026-11-30 03:45:14.403713+00', '01a22a8e-8a24-710d-88e9-0fe20ae60c2b', NULL, NULL, NULL, '1'),
('01a22a8e-8b11-7ea0-87fa-e0a30503bf81', 'MUG-001', 'RESERVED', '0', '4999', '13', '2026-11-30 03:45:14.538277+00', '01a22a8e-8a70-7fe2-9aa9-9f92c11c0ff1', NULL, NULL, NULL, '1'),
('01a22a8e-8c20-75b4-961f-6deefe299eaf', 'MUG-001', 'RESERVED', '0', '4999', '14', '2026-11-30 03:45:14.790829+00', '01a22a8e-8aad-71ef-9f66-abae41791903', NULL, NULL, NULL, '1'),
('01a22a8e-8d03-7ae8-8341-fd240bf75f2d', 'MUG-001', 'SOLD', '-1', '4998', '13', '2026-11-30 03:45:15.032583+00', '01a22a8e-8247-7f54-a603-003e16c4b7bb', NULL, NULL, NULL, '-1'),
('01a22a8e-8d04-73a9-bf95-d03815b297de', 'MUG-001', 'SOLD', '-1', '4997', '12', '2026-11-30 03:45:15.032712+00', '01a22a8e-8776-70fb-b7db-5519582354e0', NULL, NULL, NULL, '-1'),
('01a22a8e-8d04-76d0-bf96-cf70389049b6', 'MUG-001', 'SOLD', '-1', '4996', '11', '2026-11-30 03:45:15.03282+00', '01a22a8e-8627-74fe-853c-e4b71274a86b', NULL, NULL, NULL, '-1'),
('01a22a8e-9028-777d-b3fb-e53cc9f7c087', 'MUG-001', 'SOLD', '-1', '4995', '10', '2026-11-30 03:45:15.82724+00', '01a22a8e-87f0-713b-8887-44d39a143b07', NULL, NULL, NULL, '-1'),
('01a22a8e-902f-7777-b7f5-e660e4132e1d', 'MUG-001', 'SOLD', '-1', '4994', '9', '2026-11-30 03:45:15.827372+00', '01a22a8e-8175-7761-9624-beac44f5a442', NULL, NULL, NULL, '-1'),
('01a22a8e-a126-7e5d-bf1d-616b04edac6b', 'MUG-001', 'SOLD', '-1', '4993', '8', '2026-11-30 03:45:20.177377+00', '01a22a8e-870d-7a62-aba6-ed22dcbcf56e', NULL, NULL, NULL, '-1'),
('01a22a8e-a1de-7cd4-9401-134cb4ecdf56', 'MUG-001', 'SOLD', '-1', '4992', '7', '2026-11-30 03:45:20.360574+00', '01a22a8e-819a-7b07-af2c-f82f5785f142', NULL, NULL, NULL, '-1'),
('01a22a8e-a40b-78d8-b89d-bb461f02785b', 'MUG-001', 'RELEASED', '0', '4992', '6', '2026-11-30 03:45:20.909476+00', '01a22a8e-88a8-7953-9e63-9a81171be00d', NULL, NULL, NULL, '-1'),
('01a22a8e-a457-7a83-a613-4f0389dd8094', 'MUG-001', 'RELEASED', '0', '4992', '5', '2026-11-30 03:45:20.985154+00', '01a22a8e-8a24-710d-88e9-0fe20ae60c2b', NULL, NULL, NULL, '-1'),
('01a22a8e-a4ea-7d50-b54a-938b2a3d1b81', 'MUG-001', 'RELEASED', '0', '4992', '4', '2026-11-30 03:45:21.132744+00', '01a22a8e-890b-75f4-908d-5bcd6037156b', NULL, NULL, NULL, '-1'),
('01a22a8e-a502-7810-b40b-ee476033eb0b', 'MUG-001', 'RELEASED', '0', '4992', '3', '2026-11-30 03:45:21.158464+00', '01a22a8e-89ce-7235-9ba6-9ae41d8d1171', NULL, NULL, NULL, '-1'),
('01a22a8e-a502-7d3e-b40c-a7de294a6f17', 'MUG-001', 'RELEASED', '0', '4992', '2', '2026-11-30 03:45:21.158623+00', '01a22a8e-8aad-71ef-9f66-abae41791903', NULL, NULL, NULL, '-1'),
('01a22a8e-a503-703b-ac97-8a6d6991e79d', 'MUG-001', 'SOLD', '-1', '4991', '1', '2026-11-30 03:45:21.15863+00', '01a22a8e-8317-7905-8bca-3c8d369d5417', NULL, NULL, NULL, '-1'),
('01a22a8e-a503-7427-ac98-7c8fa580e681', 'MUG-001', 'RELEASED', '0', '4991', '0', '2026-11-30 03:45:21.158635+00', '01a22a8e-8a70-7fe2-9aa9-9f92c11c0ff1', NULL, NULL, NULL, '-1'),
('01a22a8e-b81c-7781-9e35-0358ef843796', 'MUG-001', 'RESERVED', '0', '4991', '1', '2026-11-30 03:45:26.062586+00', '01a22a8e-aa23-7bee-af2a-3680495fc90a', NULL, NULL, NULL, '1'),
('01a22a8e-b821-7f7d-8c64-ca3cf99ee211', 'MUG-001', 'RESERVED', '0', '4991', '2', '2026-11-30 03:45:26.062716+00', '01a22a8e-aad2-752d-ba8e-a1186a912404', NULL, NULL, NULL, '1'),
('01a22a8e-b822-7c47-bf61-dec0ef0db543', 'MUG-001', 'RELEASED', '0', '4991', '1', '2026-11-30 03:45:26.062723+00', '01a22a8e-aad2-752d-ba8e-a1186a912404', NULL, NULL, NULL, '-1'),
('01a22a8e-b827-7f26-9229-cc91c6f0c3b0', 'MUG-001', 'RELEASED', '0', '4991', '0', '2026-11-30 03:45:26.062728+00', '01a22a8e-aa23-7bee-af2a-3680495fc90a', NULL, NULL, NULL, '-1'),
('01a22a8e-ba31-72ac-ba64-6cbdb910eb4c', 'MUG-001', 'RESERVED', '0', '4991', '1', '2026-11-30 03:45:26.592074+00', '01a22a8e-b912-7dc1-8907-8abbdba347d7', NULL, NULL, NULL, '1'),
('01a22a8e-ba32-7174-afff-89853070f8f2', 'MUG-001', 'RESERVED', '0', '4991', '2', '2026-11-30 03:45:26.592204+00', '01a22a8e-b92c-75cf-91bd-17f2cf5a0ce4', NULL, NULL, NULL, '1'),
('01a22a8e-ba32-7a0b-b001-dbbf884e311e', 'MUG-001', 'RESERVED', '0', '4991', '3', '2026-11-30 03:45:26.59233+00', '01a22a8e-b8f7-7119-bf72-22edc489d4f1', NULL, NULL, NULL, '1'),
('01a22a8e-bbb0-78ac-b62f-0967c7ee9a67', 'MUG-001', 'RESERVED', '0', '4991', '4', '2026-11-30 03:45:26.971572+00', '01a22a8e-b951-701e-b12c-43915c9a01f8', NULL, NULL, NULL, '1'),
('01a22a8e-be4c-72d7-9681-5d6babfa4b5e', 'MUG-001', 'RELEASED', '0', '4991', '3', '2026-11-30 03:45:27.629803+00', '01a22a8e-b8f7-7119-bf72-22edc489d4f1', NULL, NULL, NULL, '-1'),
('01a22a8e-c9f5-71a3-91f9-6f7256b8b1fa', 'MUG-001', 'RELEASED', '0', '4991', '2', '2026-11-30 03:45:30.625835+00', '01a22a8e-b912-7dc1-8907-8abbdba347d7', NULL, NULL, NULL, '-1'),
('01a22a8e-cba2-79f1-bd5a-76eb46269175', 'MUG-001', 'EXPIRED', '0', '4991', '1', '2026-11-30 03:45:31.046567+00', '01a22a8e-b92c-75cf-91bd-17f2cf5a0ce4', NULL, NULL, NULL, '-1'),
('01a22a8e-df40-7334-9981-bbef77a65fb9', 'MUG-001', 'EXPIRED', '0', '4991', '0', '2026-11-30 03:45:36.066446+00', '01a22a8e-b951-701e-b12c-43915c9a01f8', NULL, NULL, NULL, '-1'),
('01a22a8e-e82d-7de9-addf-59c6fb5b2512', 'MUG-001', 'RESERVED', '0', '4991', '1', '2026-11-30 03:45:38.351786+00', '01a22a8e-e813-7f75-aa74-6136dcbc7002', NULL, NULL, NULL, '1'),
('01a22a8e-e8d8-726f-bbd5-0b562e5bfa6e', 'MUG-001', 'RELEASED', '0', '4991', '0', '2026-11-30 03:45:38.521266+00', '01a22a8e-e813-7f75-aa74-6136dcbc7002', NULL, NULL, NULL, '-1'),
('01a22a8e-f2ae-7ddc-80cc-75bc8906ad99', 'MUG-001', 'RESERVED', '0', '4991', '1', '2026-11-30 03:45:41.041806+00', '01a22a8e-f27b-7f24-a662-4b5e2a996728', NULL, NULL, NULL, '1'),
('01a22a8e-feff-70bb-99dc-d10a359dc86d', 'MUG-001', 'RESERVED', '0', '4991', '2', '2026-11-30 03:45:44.193133+00', '01a22a8e-fee4-7457-b4fa-741888d31add', NULL, NULL, NULL, '1'),
('01a22a8f-0be2-762c-94f0-5c1fa1c1a791', 'MUG-001', 'RESERVED', '0', '4991', '3', '2026-11-30 03:45:47.494624+00', '01a22a8f-0ba5-70e4-bea2-8dab0057f74a', NULL, NULL, NULL, '1'),
('01a22a8f-0c77-78f7-83cb-9ae9be4590af', 'MUG-001', 'RELEASED', '0', '4991', '2', '2026-11-30 03:45:47.641244+00', '01a22a8e-fee4-7457-b4fa-741888d31add', NULL, NULL, NULL, '-1'),
('01a22a8f-15ff-7454-96aa-00e3a47500a8', 'MUG-001', 'RELEASED', '0', '4991', '1', '2026-11-30 03:45:50.080422+00', '01a22a8e-f27b-7f24-a662-4b5e2a996728', NULL, NULL, NULL, '-1'),
('01a22a8f-2b88-7b33-af0a-1b3ac87d65a1', 'MUG-001', 'RELEASED', '0', '4991', '0', '2026-11-30 03:45:55.593894+00', '01a22a8f-0ba5-70e4-bea2-8dab0057f74a', NULL, NULL, NULL, '-1'),
('01a22a8f-2d01-701e-bb6b-107439ede25e', 'FIX-002', 'RESERVED', '0', '20', '1', '2026-11-30 03:45:55.97169+00', '01a22a8f-2cdd-7ac5-8e17-de8e658a9ce9', NULL, NULL, NULL, '1'),
('01a22a8f-2d5f-7591-ae22-1b8d7b7dc820', 'FIX-003', 'RESERVED', '0', '20', '1', '2026-11-30 03:45:56.068914+00', '01a22a8f-2d06-7369-8154-1ec9ec8b83d7', NULL, NULL, NULL, '1'),
('01a22a8f-32d7-72f1-bb9f-1a646a0b4d4c', 'FIX-003', 'RELEASED', '0', '20', '0', '2026-11-30 03:45:57.467371+00', '01a22a8f-2d06-7369-8154-1ec9ec8b83d7', NULL, NULL, NULL, '-1'),
('01a22a8f-330e-7a3d-9f2a-02ec1e9972f2', 'FIX-002', 'SOLD', '-1', '19', '0', '2026-11-30 03:45:57.526315+00', '01a22a8f-2cdd-7ac5-8e17-de8e658a9ce9', NULL, NULL, NULL, '-1'),
('01a22a8f-33fc-7499-84ff-2e3529246ed2', 'FIX-004', 'RESERVED', '0', '20', '1', '2026-11-30 03:45:57.759956+00', '01a22a8f-33ca-727f-a62d-88bae54f648a', NULL, NULL, NULL, '1'),
('01a22a8f-367e-71e4-9ce4-84105e11d282', 'FIX-004', 'SOLD', '-1', '19', '0', '2026-11-30 03:45:58.399078+00', '01a22a8f-33ca-727f-a62d-88bae54f648a', NULL, NULL, NULL, '-1'),
('01a22a8f-36e2-7cc1-a7d8-4d8cfb41d40b', 'FIX-005', 'RESERVED', '0', '20', '1', '2026-11-30 03:45:58.501335+00', '01a22a8f-36c7-7d66-a76b-2f0a0fe511b0', NULL, NULL, NULL, '1'),
('01a22a8f-3738-7fe2-8092-71a347c8dc62', 'FIX-006', 'RESERVED', '0', '20', '1', '2026-11-30 03:45:58.587418+00', '01a22a8f-3700-7490-b6c8-bde50c45a78b', NULL, NULL, NULL, '1'),
('01a22a8f-3931-7756-8e5c-137d5cb2871f', 'FIX-005', 'SOLD', '-1', '19', '0', '2026-11-30 03:45:59.09133+00', '01a22a8f-36c7-7d66-a76b-2f0a0fe511b0', NULL, NULL, NULL, '-1'),
('01a22a8f-6631-7867-8c1a-cc38a4d372bd', 'MUG-001', 'RESERVED', '0', '4991', '1', '2026-11-30 03:46:10.628964+00', '01a22a8f-6608-7c70-85cc-181db312ac0c', NULL, NULL, NULL, '1'),
('01a22a8f-672f-7e4b-82c8-51feed98bcd2', 'MUG-001', 'RELEASED', '0', '4991', '0', '2026-11-30 03:46:10.866207+00', '01a22a8f-6608-7c70-85cc-181db312ac0c', NULL, NULL, NULL, '-1'),
('01a22a8f-6ef9-767c-acd5-c677fb87a223', 'MUG-001', 'RESERVED', '0', '4991', '1', '2026-11-30 03:46:12.863849+00', '01a22a8f-6ec8-745b-abeb-15446f7bd413', NULL, NULL, NULL, '1'),
('01a22a8f-704f-72f3-ad1a-dc5a98175d5b', 'MUG-001', 'RESERVED', '0', '4991', '2', '2026-11-30 03:46:13.206482+00', '01a22a8f-701e-7be3-9077-d6268268c0aa', NULL, NULL, NULL, '1'),
('01a22a8f-70fe-797f-87db-f7a70dfb0710', 'MUG-001', 'RESERVED', '0', '4991', '3', '2026-11-30 03:46:13.37649+00', '01a22a8f-70d2-7dbb-a10f-65b668351db7', NULL, NULL, NULL, '1'),
('01a22a8f-71b9-73f2-8476-8fd9e13038c6', 'MUG-001', 'RELEASED', '0', '4991', '2', '2026-11-30 03:46:13.563433+00', '01a22a8f-6ec8-745b-abeb-15446f7bd413', NULL, NULL, NULL, '-1'),
('01a22a8f-720b-7b34-8ae1-d0d52fca8ee7', 'MUG-001', 'RELEASED', '0', '4991', '1', '2026-11-30 03:46:13.64481+00', '01a22a8f-70d2-7dbb-a10f-65b668351db7', NULL, NULL, NULL, '-1'),
('01a22a8f-77d8-765f-a624-a3822f72bb17', 'MUG-001', 'RESERVED', '0', '4991', '2', '2026-11-30 03:46:15.135703+00', '01a22a8f-77b0-76d0-998d-0e6080e85546', NULL, NULL, NULL, '1'),
('01a22a8f-78e2-7dc0-9ff4-91c054729625', 'MUG-001', 'RESERVED', '0', '4991', '3', '2026-11-30 03:46:15.400916+00', '01a22a8f-78ca-74e3-8e53-9e3a9d604414', NULL, NULL, NULL, '1'),
('01a22a8f-79b4-729a-b1b6-57fb17ec0096', 'MUG-001', 'RESERVED', '0', '4991', '4', '2026-11-30 03:46:15.611955+00', '01a22a8f-7986-7805-b571-5371a3318268', NULL, NULL, NULL, '1'),
('01a22a8f-7a6c-7c7f-924c-2c10c809cc30', 'MUG-001', 'RESERVED', '0', '4991', '5', '2026-11-30 03:46:15.79076+00', '01a22a8f-7a3d-7419-8cc8-bd198974a0f0', NULL, NULL, NULL, '1'),
('01a22a8f-7b44-73a6-bf55-8d32e395f597', 'MUG-001', 'RESERVED', '0', '4991', '6', '2026-11-30 03:46:16.007841+00', '01a22a8f-7b1b-7851-81dc-a5f4793c7ce7', NULL, NULL, NULL, '1'),
('01a22a8f-ac08-70f6-a72e-376d54be49f6', 'MUG-001', 'RESERVED', '0', '4991', '7', '2026-11-30 03:46:28.491581+00', '01a22a8f-abe1-701d-bdc1-8a89216f7fc2', NULL, NULL, NULL, '1'),
('01a22a8f-ad1e-7358-904f-f67d0bca975e', 'MUG-001', 'RESERVED', '0', '4991', '8', '2026-11-30 03:46:28.795902+00', '01a22a8f-acf8-7155-8fcb-f988013b8117', NULL, NULL, NULL, '1'),
('01a22a8f-ae1c-7ad3-a3c5-13a9a7b8fa34', 'MUG-001', 'RESERVED', '0', '4991', '9', '2026-11-30 03:46:29.021996+00', '01a22a8f-adfd-7e1c-853a-cb70f4272bd9', NULL, NULL, NULL, '1'),
('01a22a8f-af51-7c6b-8cfc-80b51722d8ca', 'MUG-001', 'RESERVED', '0', '4991', '10', '2026-11-30 03:46:29.335113+00', '01a22a8f-af3c-76e5-a711-b616cf141ae9', NULL, NULL, NULL, '1'),
('01a22a8f-af89-7934-a7e9-290bc28ed9ab', 'FIX-003', 'RESERVED', '0', '20', '1', '2026-11-30 03:46:29.395805+00', '01a22a8f-af67-7b17-b461-ee89680b64ad', NULL, NULL, NULL, '1'),
('01a22a8f-afe5-7107-8713-b78fac3d9b4b', 'MUG-001', 'RESERVED', '0', '4991', '11', '2026-11-30 03:46:29.478707+00', '01a22a8f-afb7-77fc-9b15-531ef1bb1803', NULL, NULL, NULL, '1'),
('01a22a8f-b685-7421-b63d-a625fa3fbb8d', 'MUG-001', 'EXPIRED', '0', '4991', '10', '2026-11-30 03:46:31.176057+00', '01a22a8f-7a3d-7419-8cc8-bd198974a0f0', NULL, NULL, NULL, '-1'),
('01a22a8f-b6ff-7cab-ab2a-ad4cac281615', 'MUG-001', 'RELEASED', '0', '4991', '9', '2026-11-30 03:46:31.296726+00', '01a22a8f-afb7-77fc-9b15-531ef1bb1803', NULL, NULL, NULL, '-1');
select setval('public.dead_letter_action_seq_seq', 8);
select setval('public.outbox_seq_seq', 56);
alter table public.dead_letter add constraint dead_letter_pkey PRIMARY KEY (id);
alter table public.dead_letter_action add constraint dead_letter_action_pkey PRIMARY KEY (dead_letter_id, seq);
alter table public.inbox add constraint inbox_pkey PRIMARY KEY (event_id);
alter table public.outbox add constraint outbox_pkey PRIMARY KEY (seq);
alter table public.reservation add constraint reservation_pkey PRIMARY KEY (order_id);
alter table public.reservation_line add constraint reservation_line_pkey PRIMARY KEY (order_id, sku);
alter table public.schema_history_messaging add constraint schema_history_messaging_pk PRIMARY KEY (installed_rank);
alter table public.schema_history_migration add constraint schema_history_migration_pk PRIMARY KEY (installed_rank);
alter table public.schema_history_sample add constraint schema_history_sample_pk PRIMARY KEY (installed_rank);
alter table public.stock add constraint stock_pkey PRIMARY KEY (sku);
alter table public.stock_movement add constraint stock_movement_pkey PRIMARY KEY (id);
alter table public.stock_movement add constraint once_per_order_and_sku UNIQUE (order_id, sku, kind);
alter table public.stock_movement add constraint one_adjustment_per_key UNIQUE (idempotency_key);
alter table public.dead_letter add constraint dead_letter_attempts_check CHECK ((attempts > 0));
alter table public.dead_letter add constraint dead_letter_check CHECK (((status = 'PARKED'::text) = (closed_at IS NULL)));
alter table public.dead_letter add constraint dead_letter_status_check CHECK ((status = ANY (ARRAY['PARKED'::text, 'REDRIVEN'::text, 'DISCARDED'::text])));
alter table public.dead_letter_action add constraint dead_letter_action_action_check CHECK ((action = ANY (ARRAY['PARK'::text, 'DRY_RUN'::text, 'REDRIVE'::text, 'DISCARD'::text])));
alter table public.dead_letter_action add constraint dead_letter_action_outcome_check CHECK ((outcome = ANY (ARRAY['PARKED'::text, 'HANDLED'::text, 'FAILED'::text, 'DISCARDED'::text])));
alter table public.reservation add constraint known_status CHECK (((status)::text = ANY ((ARRAY['HELD'::character varying, 'COMMITTED'::character varying, 'RELEASED'::character varying, 'EXPIRED'::character varying])::text[])));
alter table public.reservation_line add constraint reservation_line_quantity_check CHECK ((quantity > 0));
alter table public.stock add constraint no_oversell CHECK ((reserved <= on_hand));
alter table public.stock add constraint stock_low_at_check CHECK ((low_at >= 0));
alter table public.stock add constraint stock_on_hand_check CHECK ((on_hand >= 0));
alter table public.stock add constraint stock_reserved_check CHECK ((reserved >= 0));
alter table public.stock add constraint stock_sku_check CHECK (((sku)::text <> ''::text));
alter table public.stock_movement add constraint known_kind CHECK (((((kind)::text = ANY ((ARRAY['RESERVED'::character varying, 'RELEASED'::character varying, 'EXPIRED'::character varying, 'SOLD'::character varying])::text[])) AND (order_id IS NOT NULL) AND (idempotency_key IS NULL) AND (reason IS NULL) AND (version_after IS NULL) AND (sign((reserved_change)::double precision) = (
CASE kind
    WHEN 'RESERVED'::text THEN 1
    ELSE '-1'::integer
END)::double precision) AND (quantity =
CASE kind
    WHEN 'SOLD'::text THEN reserved_change
    ELSE (0)::bigint
END)) OR (((kind)::text = ANY ((ARRAY['RECEIVED'::character varying, 'CORRECTED'::character varying, 'COUNTED'::character varying])::text[])) AND (order_id IS NULL) AND (idempotency_key IS NOT NULL) AND ((reason)::text <> ''::text) AND (version_after IS NOT NULL) AND (reserved_change = 0) AND (abs(quantity) <= 1000000000) AND
CASE kind
    WHEN 'RECEIVED'::text THEN (quantity > 0)
    WHEN 'CORRECTED'::text THEN (quantity <> 0)
    ELSE true
END)));
alter table public.stock_movement add constraint stock_movement_check CHECK (((reserved_after >= 0) AND (reserved_after <= on_hand_after)));
alter table public.stock_movement add constraint stock_movement_on_hand_after_check CHECK ((on_hand_after >= 0));
alter table public.dead_letter_action add constraint dead_letter_action_dead_letter_id_fkey FOREIGN KEY (dead_letter_id) REFERENCES dead_letter(id) ON DELETE CASCADE;
alter table public.reservation_line add constraint reservation_line_order_id_fkey FOREIGN KEY (order_id) REFERENCES reservation(order_id);
alter table public.reservation_line add constraint reservation_line_sku_fkey FOREIGN KEY (sku) REFERENCES stock(sku);
alter table public.stock_movement add constraint of_a_reservation FOREIGN KEY (order_id) REFERENCES reservation(order_id) DEFERRABLE INITIALLY DEFERRED;
alter table public.stock_movement add constraint stock_movement_sku_fkey FOREIGN KEY (sku) REFERENCES stock(sku);
CREATE INDEX dead_letter_closed ON public.dead_letter USING btree (closed_at) WHERE (closed_at IS NOT NULL);
CREATE INDEX dead_letter_parked ON public.dead_letter USING btree (redrives, id) WHERE (status = 'PARKED'::text);
CREATE INDEX inbox_by_age ON public.inbox USING btree (received_at);
CREATE INDEX reservation_held ON public.reservation USING btree (created_at, order_id) WHERE ((status)::text = 'HELD'::text);
CREATE INDEX schema_history_messaging_s_idx ON public.schema_history_messaging USING btree (success);
CREATE INDEX schema_history_migration_s_idx ON public.schema_history_migration USING btree (success);
CREATE INDEX schema_history_sample_s_idx ON public.schema_history_sample USING btree (success);
CREATE INDEX stock_movement_newest_of_sku ON public.stock_movement USING btree (sku, id);
CREATE TRIGGER reservation_updated BEFORE UPDATE ON public.reservation FOR EACH ROW EXECUTE FUNCTION set_updated_at();
CREATE TRIGGER stock_movement_append_only BEFORE DELETE OR UPDATE ON public.stock_movement FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER stock_movement_whole BEFORE TRUNCATE ON public.stock_movement FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
