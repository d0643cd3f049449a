// One order: its saga, lines, reservation and payment.

import { answer, CLOSED, get, isClosed, post, reachable } from './api.js';
import { connection, isOpen } from './board-data.js';
import { date, duration, money, number, REASON, shortId, words } from './format.js';
import { Saga } from './saga-view.js';
import { phases, waiting } from './saga.js';
import { cancelInFlight, scenario } from './scenarios.js';
import { useStore } from './store.js';
import { follow } from './stream.js';
import { announce, Empty, Heading, Icon, Id, Part, Problem, Skeleton, Status } from './ui.js';
import { html, useCallback, useEffect, useRef, useState } from './vendor/htm-preact-3.1.1.js';

const LOOK_EVERY_MS = 500;
const LOOK_SELDOM_MS = 5_000;

export function OrderView({ id, query }) {
  const known = useOrder(id);
  const [error, setError] = useState(null);
  const play = scenario(query.get('play'));
  const { order, steps } = known;
  const cancelled = useRef(false);
  const cancel = useCallback(async how => {
    setError(null);
    try {
      await how();
      announce('The order is cancelled; its stock is released and its payment refunded.');
    } catch (failure) {
      setError(failure);
    }
  }, []);
  useEffect(() => {
    if (play?.key === 'cancel' && order?.status === 'RESERVED' && !cancelled.current) {
      cancelled.current = true;
      cancel(() => cancelInFlight(id));
    }
  }, [order?.status]);
  useEffect(() => {
    if (order) announce(`The order is ${order.status}${order.reason ? `, ${REASON[order.reason]}` : ''}.`);
  }, [order?.status]);

  if (known.error && !order) {
    return html`<${Heading} title=${`Order ${shortId(id)}`} /><${Problem} error=${known.error} /><p><a href="#/">To the board</a></p>`;
  }
  const settled = order && steps.length > 0 && !waiting(known);
  return html`
    <${Heading} title=${`Order ${shortId(id)}`}>
      ${order && html`<${Status} value=${order.status} reason=${REASON[order.reason]} />`}
      <span class="spread"></span>
      ${order && isOpen(order.status) && html`
        <button type="button" class="button is-danger" onClick=${() => cancel(() => post('order', `/api/orders/${id}/cancel`))}>Cancel this order</button>`}
    <//>
    <${Problem} error=${error} />
    ${play && html`<${Playing} play=${play} known=${known} settled=${settled} />`}
    ${order && html`<${Facts} known=${known} />`}
    <div class="order-columns">
      <${Part} service="order" title="The saga" class="saga-part">
        ${known.closed.stream
          ? html`<${Empty}>The history of an order is ${CLOSED} Its state above is asked for again and again.<//>`
          : order && steps.length > 0 ? html`<${Saga} known=${known} />` : html`<${Skeleton} lines=${6} />`}
      <//>
      <div class="order-side">
        <${Lines} order=${order} />
        <${Payment} known=${known} />
        <${Reservation} known=${known} />
      </div>
    </div>`;
}

/** Everything about an order. Reloads at each status transition, and periodically until all parts are final. */
function useOrder(id) {
  const [known, setKnown] = useState({
    order: null, steps: [], reservation: null, payment: null, charges: null, error: null, closed: {},
  });
  const latest = useRef(known);
  useEffect(() => {
    let ended = false;
    let timer;
    const merge = part => {
      if (ended) return;
      latest.current = { ...latest.current, ...part };
      setKnown(latest.current);
    };
    const look = async () => {
      clearTimeout(timer);
      const { closed: shut, ...found } = await lookUp(id, latest.current.closed);
      merge({ ...found, closed: { ...latest.current.closed, ...shut } });
      const { order, steps, closed } = latest.current;
      const done = !order || (closed.stream ? !isOpen(order.status) : steps.length > 0 && !waiting(latest.current));
      clearTimeout(timer);
      if (!ended) timer = setTimeout(look, done || document.hidden ? LOOK_SELDOM_MS : LOOK_EVERY_MS);
    };
    const stop = follow(`/api/orders/${id}/stream`, {
      open: () => merge({ steps: [] }),
      state: state => ended || connection.set(state),
      closed: () => merge({ closed: { ...latest.current.closed, stream: true } }),
      event: (position, step) => {
        const { order, steps } = latest.current;
        merge({ steps: [...steps, step], order: order && { ...order, status: step.status } });
        look();
      },
    });
    look();
    return () => {
      ended = true;
      clearTimeout(timer);
      stop();
      connection.set('off');
    };
  }, [id]);
  return known;
}

/** Keeps the last known data of unreachable services. Does not request parts again that are not routed. */
async function lookUp(id, closed) {
  const unless = (isShut, service, path) => isShut ? null : answer(service, path);
  const [order, reservation, payment, charges] = await Promise.allSettled([
    get('order', `/api/orders/${id}`),
    unless(closed.reservation, 'inventory', `/api/reservations/${id}`),
    unless(closed.payment, 'payment', `/api/payments/${id}`),
    unless(closed.charges, 'gateway', `/api/gateway/charges?orderId=${id}`),
  ]);
  const found = { closed: {} };
  if (order.status === 'fulfilled') found.order = order.value;
  found.error = order.reason ?? null;
  for (const [name, { value }] of Object.entries({ reservation, payment, charges })) {
    if (!value) continue;
    found[name] = value.status === 200 ? value.body : null;
    if (isClosed(value.status, value.body)) found.closed[name] = true;
  }
  return found;
}

/** What to watch in a scenario, and whether it ended as expected. */
function Playing({ play, known, settled }) {
  const came = known.order?.status === play.end;
  return html`
    <div class=${`notice is-play ${settled ? came ? 'is-good' : 'is-bad' : ''}`} role="status" data-play=${play.key} data-outcome=${settled ? came ? 'as-foretold' : 'otherwise' : 'running'}>
      <${Icon} name=${settled ? came ? 'check' : 'cross' : 'clock'} />
      <p><strong>${play.title}.</strong> ${play.text} ${play.watch}</p>
      <a class="button is-small" href="#/place">Another</a>
    </div>`;
}

function Facts({ known: { order, steps, closed } }) {
  const traces = [...new Set(steps.map(step => step.traceId).filter(Boolean))];
  const took = phases(steps).reduce((sum, part) => sum + part.millis, 0)
    || (closed.stream && !isOpen(order.status) ? Date.parse(order.updatedAt) - Date.parse(order.createdAt) : 0);
  return html`
    <dl class="facts">
      <div><dt>Customer</dt><dd>${order.customerId}</dd></div>
      <div><dt>Total</dt><dd>${money(order.total, order.currency)}</dd></div>
      <div><dt>Placed</dt><dd><time datetime=${order.createdAt}>${date(new Date(order.createdAt))}</time></dd></div>
      <div><dt>${isOpen(order.status) ? 'Reserved after' : 'Took'}</dt><dd>${took > 0 ? duration(took) : '–'}</dd></div>
      <div><dt>Order id</dt><dd><${Id} value=${order.id} label="order id" /></dd></div>
      ${!closed.stream && html`<div><dt>${traces.length > 1 ? 'Traces' : 'Trace'}</dt><dd>${traces.length === 0 ? 'not traced' : traces.map(trace => html`<${Id} key=${trace} value=${trace} label="trace id" />`)}</dd></div>`}
    </dl>`;
}

function Lines({ order }) {
  return html`
    <${Part} service="order" title="Lines">
      ${!order && html`<${Skeleton} />`}
      ${order && html`
        <table class="rows">
          <thead><tr><th scope="col">Product</th><th scope="col" class="num">Units</th><th scope="col" class="num">Price</th></tr></thead>
          <tbody>${order.lines?.map(line => html`
            <tr key=${line.sku}><th scope="row"><a href=${`#/stock/${encodeURIComponent(line.sku)}`}>${line.name}</a><span class="sku mono">${line.sku}</span></th>
              <td class="num">${number(line.quantity)}</td><td class="num">${money(line.quantity * line.unitPrice, order.currency)}</td></tr>`)}</tbody>
          <tfoot><tr><th scope="row" colspan="2">Total</th><td class="num">${money(order.total, order.currency)}</td></tr></tfoot>
        </table>`}
    <//>`;
}

const NOT_ASKED = 'No service has answered yet.';

/** Our ledger beside the gateway's. They must agree. */
function Payment({ known }) {
  const { order, payment, charges } = known;
  const away = useStore(reachable).payment === false;
  return html`
    <${Part} service="payment" title="Payment">
      ${!payment && html`<${Empty}>${known.closed.payment ? `Payments are ${CLOSED}` : away ? NOT_ASKED : order?.reason === 'OUT_OF_STOCK' ? 'No payment was due.' : 'Not started: it begins when the stock is reserved.'}<//>`}
      ${payment && html`
        <dl class="pairs">
          <div><dt>Status</dt><dd><b data-payment=${payment.status}>${payment.status}</b></dd></div>
          ${payment.reason && html`<div><dt>Reason</dt><dd>${words(payment.reason)}</dd></div>`}
          <div><dt>Our ledger</dt><dd>${payment.entries.length === 0 ? 'no entries' : payment.entries.map(entry => html`
            <span key=${entry.kind} class="entry">${entry.kind.toLowerCase()} ${money(entry.amount, payment.currency)}</span>`)}</dd></div>
          ${charges && html`<div><dt>Gateway</dt><dd>${charges.length === 0 ? 'never charged' : charges.map(charge => html`
            <span key=${charge.key} class="entry">${words(charge.status)}: took ${money(charge.captured, charge.currency)}, gave back ${money(charge.refunded, charge.currency)}</span>`)}</dd></div>`}
          ${charges && order && html`<div><dt>Agrees</dt><dd><${Verdict} order=${order} charges=${charges} moving=${waiting(known) !== null} /></dd></div>`}
        </dl>`}
    <//>`;
}

function Verdict({ order, charges, moving }) {
  const kept = charges.reduce((sum, charge) => sum + charge.captured - charge.refunded, 0);
  const due = order.status === 'CONFIRMED' ? order.total : 0;
  if (moving) return html`<span class="quiet">in progress</span>`;
  return kept === due
    ? html`<span class="verdict is-good"><${Icon} name="check" />the shop keeps ${money(kept, order.currency)}, as it must</span>`
    : html`<span class="verdict is-bad"><${Icon} name="cross" />the shop keeps ${money(kept, order.currency)} instead of ${money(due, order.currency)}</span>`;
}

function Reservation({ known: { order, reservation, closed } }) {
  const away = useStore(reachable).inventory === false;
  return html`
    <${Part} service="inventory" title="Reservation">
      ${!reservation && html`<${Empty}>${closed.reservation ? `Reservations are ${CLOSED}` : away ? NOT_ASKED : 'The order has not reached the inventory yet.'}<//>`}
      ${reservation && html`
        <dl class="pairs">
          <div><dt>Status</dt><dd><b data-reservation=${reservation.status}>${reservation.status}</b></dd></div>
          <div><dt>Units</dt><dd>${reservation.lines.length === 0
            ? order?.reason === 'OUT_OF_STOCK' ? 'none: not all lines were in stock' : 'none'
            : reservation.lines.map(line => html`<span key=${line.sku} class="entry">${number(line.quantity)} × <a href=${`#/stock/${encodeURIComponent(line.sku)}`} class="mono">${line.sku}</a></span>`)}</dd></div>
        </dl>`}
    <//>`;
}
