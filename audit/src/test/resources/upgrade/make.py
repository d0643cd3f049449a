#!/usr/bin/env python3
"""Fills a fresh local stack with orders in every state and dumps its three databases: see README.md."""
import contextlib
import csv
import json
import os
import pathlib
import signal
import subprocess
import sys
import time
import urllib.error
import urllib.request
import uuid

HERE = pathlib.Path(__file__).resolve().parent
HOME = pathlib.Path(sys.argv[1], "target/local-stack")
OUT = HERE / sys.argv[2]
PORTS = {"order": "ORDER_HTTP_PORT:9080", "inventory": "INVENTORY_HTTP_PORT:9081", "payment": "PAYMENT_HTTP_PORT:9082"}
DATABASES = {"order": "orders", "inventory": "inventory", "payment": "payments"}
PASSWORDS = dict(line.split("=", 1) for line in (HOME / "passwords.properties").read_text().splitlines() if "=" in line)
# The columns that tell the rows of a table apart; of other tables, all rows are counted.
STATES = {"orders": ["status", "reason"], "order_history": ["from_status", "cause", "to_status"],
          "reservation": ["status"], "stock_movement": ["kind"], "payment": ["status"], "payment_entry": ["kind"],
          "gateway.charge": ["status"], "gateway.movement": ["kind"], "gateway.switches": ["scenario"], "difference": ["kind"],
          "outbox": ["topic"], "dead_letter": ["status"], "dead_letter_action": ["action", "outcome"]}
LIMIT_S = 90
# Once an hour has passed, every deadline is over.
AN_HOUR_AGO = "created_at - interval '1 hour'"
RELAY_LOCK = ("pg_locks where locktype = 'advisory' and classid = 28533 and objid = 1952608120"
              " and database = (select oid from pg_database where datname = current_database())")


def psql(service, *arguments, **options):
    name = DATABASES[service]
    environment = {**os.environ, "PGPASSWORD": PASSWORDS[name]}
    return subprocess.Popen(["psql", "-XAtq", "-v", "ON_ERROR_STOP=1", "-h", "127.0.0.1", "-p", os.environ.get("POSTGRES_PORT", "15432"),
                             "-U", name, name, *arguments], env=environment, text=True, stdout=subprocess.PIPE, **options)


def sql(service, text):
    process = psql(service, "-c", text)
    answer = process.communicate()[0]
    if process.returncode:
        raise AssertionError(text)
    return answer.strip()


def url(service, path):
    variable, preset = PORTS[service].split(":")
    return f"http://localhost:{os.environ.get(variable, preset)}{path}"


def call(method, service, path, body=None, expect=(200, 201, 202, 204), **headers):
    headers = {"Content-Type": "application/json", **{name.replace("_", "-"): value for name, value in headers.items()}}
    request = urllib.request.Request(url(service, path), None if body is None else json.dumps(body).encode(), headers, method=method)
    try:
        with urllib.request.urlopen(request, timeout=30) as reply:
            status, text = reply.status, reply.read()
    except urllib.error.HTTPError as refusal:
        status, text = refusal.code, refusal.read()
    if status not in expect:
        raise AssertionError(f"{method} {path} was answered {status}: {text.decode()}")
    return json.loads(text) if text else None


def until(what, is_so):
    end = time.monotonic() + LIMIT_S
    while not is_so():
        if time.monotonic() > end:
            raise AssertionError(f"{LIMIT_S} s were not enough until {what}")
        time.sleep(0.1)


def place(token, *lines):
    lines = [{"sku": sku, "quantity": quantity} for sku, quantity in lines or [("MUG-001", 1)]]
    order = {"customerId": "c-42", "paymentToken": token, "lines": lines}
    return call("POST", "order", "/api/orders", order, Idempotency_Key=str(uuid.uuid4()))["id"]


def cancel(order):
    call("POST", "order", f"/api/orders/{order}/cancel")


def ends(order, status, reason=None):
    reason = f"'{reason}'" if reason else "null"
    rows(1, "order", f"orders where id = '{order}' and status = '{status}' and reason is not distinct from {reason}")
    return order


def rows(number, service, what):
    until(f"there are {number} of {what}", lambda: sql(service, f"select count(*) from {what}") == str(number))


def reserved(order, payment="UNKNOWN"):
    ends(order, "RESERVED")
    pays(order, payment)
    return order


def pays(order, status):
    rows(1, "payment", f"payment where order_id = '{order}' and status = '{status}'")


def causes(order, *expected):
    rows(len(expected), "order", f"order_history where order_id = '{order}' and cause in {expected}")


def hold(*orders):
    """Their payments are not due for an hour. What the gateway is being asked for at the moment may be due again, and is held again."""
    held = "payment where order_id in ('" + "', '".join(orders) + "') and next_attempt_at {} now() + interval '50 minutes'"
    for _ in range(3):
        sql("payment", "update " + held.format("<").replace("where", "set next_attempt_at = now() + interval '1 hour' where"))
        time.sleep(4)
    rows(len(orders), "payment", held.format(">"))


def release(*orders):
    for order in orders:
        sql("payment", f"update payment set next_attempt_at = now() where order_id = '{order}'")


def gateway(scenario):
    if scenario:
        call("PUT", "payment", "/api/gateway/switches", {"scenario": scenario})
    else:
        call("DELETE", "payment", "/api/gateway/switches")


def process(service):
    lines = [line.split() for line in (HOME / "processes").read_text().splitlines()]
    return int(next(line[1] for line in lines if line[3] == service))


@contextlib.contextmanager
def frozen(service):
    os.kill(process(service), signal.SIGSTOP)
    try:
        yield
    finally:
        os.kill(process(service), signal.SIGCONT)


class Unsent:
    """Nothing of a service's outbox is published: this has the relay's lock."""

    def __init__(self, service):
        self.session = psql(service, stdin=subprocess.PIPE)
        self.session.stdin.write(f"select pg_advisory_lock({0x6f7574626f78}); select 'mine';\n")
        self.session.stdin.flush()
        rows(1, service, RELAY_LOCK + " and not granted")
        sql(service, f"select pg_terminate_backend(pid) from {RELAY_LOCK} and granted")
        while self.session.stdout.readline().strip() != "mine":
            pass

    def send(self):
        self.session.stdin.close()
        self.session.wait()


@contextlib.contextmanager
def refused(service, table, check):
    """The database refuses some rows, so that what brings them is parked."""
    sql(service, f"alter table {table} add constraint refuses_one check ({check}) not valid")
    try:
        yield
    finally:
        sql(service, f"alter table {table} drop constraint refuses_one")


def letter(service, condition):
    find = f"select id from dead_letter where status = 'PARKED' and {condition}"
    until(f"{service} has parked {condition}", lambda: sql(service, find))
    return "/api/dead-letters/" + sql(service, find)


def redrive(service, path, outcome, dry=False):
    answer = call("POST", service, f"{path}/redrive?dryRun={str(dry).lower()}", Operator="on-call")
    assert answer["outcome"] == outcome, answer


def adjust(sku, kind, quantity):
    call("POST", "inventory", f"/api/stock/{sku}/adjustments", {"kind": kind, "quantity": quantity, "reason": "Fixture"},
         Idempotency_Key=str(uuid.uuid4()))


def catalogue():
    """One product for each part of the story, so that its price or SKU can be told from all others."""
    for sku, price in {"FIX-001": 3000, "FIX-002": 777_001, "FIX-003": 777_002, "FIX-004": 777_003, "FIX-005": 777_004,
                       "FIX-006": 777_005}.items():
        call("PUT", "order", f"/api/products/{sku}", {"name": sku, "unitPrice": price})
        adjust(sku, "RECEIVE", 20)
    call("PUT", "order", "/api/products/FIX-001", {"name": "Café ☕, dearer than it was", "unitPrice": 3500})
    adjust("FIX-001", "CORRECT", -2)
    adjust("FIX-001", "COUNT", 15)
    call("PUT", "inventory", "/api/stock/FIX-001/threshold", {"lowAt": 10})


def every_token():
    ends(place("tok_approve", ("FIX-001", 6), ("BOOK-001", 2)), "CONFIRMED")
    confirmed = [place("tok_" + token) for token in (
        "approve", "slow", "timeout_charged", "error_charged", "timeout_uncharged", "garbled_charged", "webhook_first", "webhook_twice",
        "webhook_late")]
    declined = [place("tok_" + token) for token in (
        "decline", "decline_insufficient_funds", "decline_expired_card", "decline_lost_card", "decline_suspected_fraud", "unheard_of")]
    for order in confirmed:
        ends(order, "CONFIRMED")
    for order in declined:
        ends(order, "REJECTED", "PAYMENT_DECLINED")
    ends(place("tok_approve", ("MUG-001", 1), ("NONE-001", 1)), "REJECTED", "OUT_OF_STOCK")
    return declined[0]


def every_cancellation():
    with frozen("inventory"):
        soon, late = place("tok_approve"), place("tok_approve")
        cancel(soon)
        sql("order", f"update orders set created_at = {AN_HOUR_AGO} where id = '{late}'")
        ends(late, "CANCELLED", "EXPIRED")
    ends(soon, "CANCELLED", "CANCELLED_BY_CUSTOMER")

    gateway("DOWN")
    voided, overdue, expired, confirmed = [place("tok_approve") for _ in range(4)]
    for order in voided, overdue, expired, confirmed:
        reserved(order)
    cancel(voided)
    sql("order", f"update orders set created_at = {AN_HOUR_AGO} where id = '{overdue}'")
    ends(overdue, "CANCELLED", "EXPIRED")
    sql("inventory", f"update reservation set created_at = {AN_HOUR_AGO} where order_id = '{expired}'")
    ends(expired, "CANCELLED", "EXPIRED")
    unsent = Unsent("order")
    gateway(None)
    ends(confirmed, "CONFIRMED")
    sql("inventory", f"update reservation set created_at = {AN_HOUR_AGO} where order_id = '{confirmed}'")
    ends(confirmed, "CANCELLED", "EXPIRED")
    unsent.send()
    pays(voided, "VOIDED")
    pays(confirmed, "REFUNDED")

    refunded = place("tok_slow")
    rows(1, "payment", f"gateway.movement where key = '{refunded}'")
    cancel(refunded)
    pays(refunded, "REFUNDED")
    causes(refunded, "CANCEL_REQUESTED", "PAYMENT_REFUNDED")


def every_failed_payment():
    overdue, voided = reserved(place("tok_hanging")), reserved(place("tok_hanging"))
    call("POST", "payment", f"/api/gateway/charges/{voided}/void")
    sql("payment", f"update payment set created_at = {AN_HOUR_AGO} where order_id = '{overdue}'")
    refunded = place("tok_timeout_charged")
    rows(1, "payment", f"gateway.movement where key = '{refunded}'")
    call("POST", "payment", f"/api/gateway/charges/{refunded}/refunds")
    for order in overdue, voided:
        ends(order, "REJECTED", "PAYMENT_DECLINED")
    # Its order waits for a payment until its deadline.
    pays(refunded, "REFUNDED")
    sql("order", f"update orders set created_at = {AN_HOUR_AGO} where id = '{refunded}'")
    ends(refunded, "CANCELLED", "EXPIRED")


def every_dead_letter():
    """Two orders are paid before they are heard to be reserved, because that was parked; one letter of each service is redriven."""
    gateway("DOWN")
    with refused("order", "orders", "total not in (777001, 777002) or status <> 'RESERVED'"):
        paid, unpaid = place("tok_approve", ("FIX-002", 1)), place("tok_decline", ("FIX-003", 1))
        of_paid, of_unpaid = [letter("order", f"record_key = '{order}'") for order in (paid, unpaid)]
    gateway(None)
    ends(paid, "CONFIRMED")
    ends(unpaid, "REJECTED", "PAYMENT_DECLINED")
    redrive("order", of_paid, "HANDLED")
    call("DELETE", "order", of_unpaid + "?reason=Overtaken", Operator="on-call")

    with refused("inventory", "stock", "sku <> 'FIX-004' or on_hand > 19"):
        sold = ends(place("tok_approve", ("FIX-004", 1)), "CONFIRMED")
        of_sold = letter("inventory", f"record_key = '{sold}'")
        redrive("inventory", of_sold, "FAILED")
    redrive("inventory", of_sold, "HANDLED", dry=True)
    redrive("inventory", of_sold, "HANDLED")

    with refused("payment", "payment", "amount not in (777004, 777005)"):
        charged = place("tok_approve", ("FIX-005", 1))
        waits = place("tok_approve", ("FIX-006", 1))
        of_charged = letter("payment", f"record_key = '{charged}'")
        letter("payment", f"record_key = '{waits}'")
    redrive("payment", of_charged, "HANDLED")
    ends(charged, "CONFIRMED")
    ends(waits, "RESERVED")

    for key in "discarded", "parked":
        sql("order", f"insert into outbox (id, topic, record_key, payload, headers)"
                     f" values (gen_random_uuid(), 'orderflow.orders.v1', '{key}', 'poison', '{{}}')")
    for service in DATABASES:
        letter(service, "record_key = 'parked'")
        discarded = letter(service, "record_key = 'discarded'")
        redrive(service, discarded, "FAILED", dry=True)
        call("DELETE", service, discarded + "?reason=Poison", Operator="on-call")


def difference(declined):
    """Found, and settled since; but nobody has looked again."""
    charge = {"orderId": declined, "amount": 990, "currency": "EUR", "token": "tok_approve"}
    call("POST", "payment", "/api/gateway/charges", charge, Idempotency_Key="second-" + declined)
    rows(1, "payment", "difference")
    for _ in range(2):
        sql("payment", "update reconciliation set next_pass_at = now() + interval '1 hour'")
        time.sleep(4)
    rows(1, "payment", "reconciliation where next_pass_at > now() + interval '50 minutes'")
    call("POST", "payment", f"/api/gateway/charges/second-{declined}/refunds")


def rest():
    rows(0, "payment", "payment where status in ('PENDING', 'UNKNOWN', 'EXPIRING', 'VOIDING', 'REFUNDING')")
    rows(0, "inventory", "reservation r where status = 'HELD' and not exists"
                         " (select from reservation_line l where l.order_id = r.order_id and sku = 'FIX-006')")
    for service in DATABASES:
        rows(0, service, "outbox")


def under_way():
    """One order at each place where a saga can be, and its events in the outbox that they have reached; all that Kafka has is read.
    Returns what keeps the outboxes from being published."""
    payments = Unsent("payment")
    refunding = reserved(place("tok_approve"), "COMPLETED")
    gateway("DOWN")
    cancel(refunding)
    pays(refunding, "REFUNDING")
    payments.send()
    causes(refunding, "CANCEL_REQUESTED", "PAYMENT_COMPLETED")

    voiding, expiring, to_refund = [reserved(place("tok_approve")) for _ in range(3)]
    for order in voiding, to_refund:
        cancel(order)
        pays(order, "VOIDING")
    sql("payment", f"update payment set created_at = {AN_HOUR_AGO} where order_id = '{expiring}'")
    pays(expiring, "EXPIRING")
    unknown, to_complete, to_cancel, to_expire = [reserved(place("tok_approve")) for _ in range(4)]
    to_fail = reserved(place("tok_decline"))
    hold(refunding, voiding, expiring, to_refund, unknown, to_complete, to_cancel, to_expire, to_fail)
    sql("payment", "create function hold() returns trigger language plpgsql as"
                   " $$begin new.next_attempt_at := now() + interval '1 hour'; return new; end$$;"
                   "create trigger hold before insert on payment for each row execute function hold()")
    reserved(place("tok_approve"), "PENDING")
    sql("payment", "drop function hold cascade")
    confirmed, rejected = reserved(place("tok_approve")), reserved(place("tok_decline"))

    unsent = [Unsent("inventory")]
    call("PUT", "inventory", "/api/stock/FIX-003/threshold", {"lowAt": 20})
    held, low, out, abandoned = [place("tok_approve", (sku, 1)) for sku in ("MUG-001", "FIX-003", "NONE-001", "MUG-001")]
    for order, status in {held: "HELD", low: "HELD", out: "RELEASED", abandoned: "HELD"}.items():
        rows(1, "inventory", f"reservation where order_id = '{order}' and status = '{status}'")
    sql("inventory", f"update reservation set created_at = {AN_HOUR_AGO} where order_id = '{to_expire}'")
    rows(1, "inventory", f"reservation where order_id = '{to_expire}' and status = 'EXPIRED'")
    cancel(abandoned)
    rows(1, "inventory", f"reservation where order_id = '{abandoned}' and status = 'RELEASED'")
    pays(abandoned, "VOIDED")

    unsent.append(Unsent("order"))
    gateway(None)
    ends(confirmed, "CONFIRMED")
    ends(rejected, "REJECTED", "PAYMENT_DECLINED")
    rows(0, "payment", "outbox")
    unsent.append(Unsent("payment"))
    call("POST", "payment", "/api/gateway/charges", Idempotency_Key=to_refund,
         body={"orderId": to_refund, "amount": 990, "currency": "EUR", "token": "tok_approve"})
    release(to_complete, to_fail, to_refund)
    for order, status in {to_complete: "COMPLETED", to_fail: "FAILED", to_refund: "REFUNDED"}.items():
        pays(order, status)
    gateway("DOWN")
    place("tok_approve")
    cancel(place("tok_approve"))
    cancel(to_cancel)
    return unsent


def states(service):
    tables = sql(service, "select format('%I.%I', schemaname, tablename) from pg_tables"
                          " where schemaname !~ '^(pg_|information_schema)' and tablename !~ '^schema_history' order by 1").split()
    for table in tables:
        table = table.removeprefix("public.")
        columns = STATES.get(table, [])
        conditions = " || ' and ' || ".join(
            f"case when {one} is null then '{one} is null' else format('{one} = %L', {one}) end" for one in columns)
        for line in sql(service, f"select {conditions or repr('true')}, count(*) from {table} group by 1 order by 1").splitlines():
            yield DATABASES[service], table, *line.rsplit("|", 1)


def dump():
    with frozen("order"), frozen("inventory"), frozen("payment"):
        sql("payment", "update payment set next_attempt_at = now() where next_attempt_at > now();"
                       " update reconciliation set next_pass_at = now()")
        OUT.mkdir(exist_ok=True)
        with (OUT / "counts.csv").open("w", newline="") as counts:
            writer = csv.writer(counts, lineterminator="\n")
            writer.writerow(["database", "table", "condition", "rows"])
            for service in DATABASES:
                writer.writerows(states(service))
                process = psql(service, "-f", str(HERE / "dump.sql"))
                (OUT / f"{DATABASES[service]}.sql").write_text(process.communicate()[0])
                assert process.returncode == 0


catalogue()
a_declined_one = every_token()
every_cancellation()
every_failed_payment()
every_dead_letter()
rest()
difference(a_declined_one)
unsent_outboxes = under_way()
dump()
