// The board: numbers by status, outcomes, the newest orders, and stuck orders.

import { CLOSED } from './api.js';
import { counts, isOpen, newest, serverNow, STATES, stuck, trouble } from './board-data.js';
import { Flow } from './board-flow.js';
import { duration, moment, money, number, REASON, shortId } from './format.js';
import { health } from './health.js';
import { letterCount } from './letters.js';
import { useEvery, useStore } from './store.js';
import { Empty, Heading, Icon, Part, Problem, Skeleton, Status } from './ui.js';
import { html, useState } from './vendor/htm-preact-3.1.1.js';

const RATE_SECONDS = 60;

export function Board() {
  const [, redraw] = useState(0);
  useEvery(1000, () => redraw(count => count + 1));
  const numbers = useStore(counts);
  const error = useStore(trouble);
  if (error?.isClosed) {
    return html`
      <${Heading} title="Board" />
      <section class="part is-closed" aria-label="Closed"><${Empty}>The list of all orders is ${CLOSED} <a href="#/place">Place an order</a> to follow it on its own page.<//></section>`;
  }
  return html`
    <${Heading} title="Board"><p class="lead">All orders, updated live.</p><//>
    ${error && !error.isUnreachable && html`<${Problem} error=${error} />`}
    <${Part} service="order" title="Where orders are" class="flow-part">
      ${numbers ? html`<${Flow} numbers=${numbers} />` : html`<${Skeleton} />`}
    <//>
    <div class="board-columns">
      <${Newest} />
      <div class="board-side">
        <${Pace} numbers=${numbers} />
        <${Stuck} numbers=${numbers} />
      </div>
    </div>`;
}

/** Orders placed and ended in the last ten minutes, and how long orders take. */
function Pace({ numbers }) {
  const orders = useStore(newest);
  if (!numbers) return html`<${Part} service="order" title="Pace"><${Skeleton} /><//>`;
  const since = serverNow() - RATE_SECONDS * 1000;
  const recent = numbers.slots.filter(slot => Date.parse(slot.from) > since);
  const perMinute = recent.reduce((sum, slot) => sum + slot.placed, 0);
  const took = (orders ?? []).filter(order => !isOpen(order.status))
    .map(order => Date.parse(order.updatedAt) - Date.parse(order.createdAt)).sort((a, b) => a - b);
  const at = share => took.length ? duration(took[Math.min(took.length - 1, Math.floor(took.length * share))]) : '–';
  return html`
    <${Part} service="order" title="Pace" class="pace">
      <dl class="figures">
        <div><dt>placed in the last minute</dt><dd>${number(perMinute)}</dd></div>
        <div><dt>median, placed to ended</dt><dd>${at(0.5)}</dd></div>
        <div><dt>95th percentile</dt><dd>${at(0.95)}</dd></div>
      </dl>
      <${Bars} numbers=${numbers} />
    <//>`;
}

const ENDS = ['confirmed', 'rejected', 'cancelled'];

/** One bar per slot of ten seconds with the orders that ended in it. */
function Bars({ numbers }) {
  const length = numbers.slotSeconds * 1000;
  const last = Math.floor(serverNow() / length);
  const count = 60;
  const bySlot = new Map(numbers.slots.map(slot => [Math.floor(Date.parse(slot.from) / length), slot]));
  const slots = Array.from({ length: count }, (_, i) => bySlot.get(last - count + 1 + i));
  const highest = Math.max(4, ...slots.map(slot => slot ? ENDS.reduce((sum, end) => sum + slot[end], 0) : 0));
  const total = end => slots.reduce((sum, slot) => sum + (slot?.[end] ?? 0), 0);
  const text = `Ended in the last ten minutes: ${ENDS.map(end => `${total(end)} ${end}`).join(', ')}.`;
  return html`
    <figure class="bars">
      <svg viewBox="0 0 ${count * 6} 64" preserveAspectRatio="none" role="img" aria-label=${text}>
        ${slots.map((slot, i) => slot && html`<${Bar} x=${i * 6} slot=${slot} scale=${60 / highest} />`)}
        <line x1="0" x2=${count * 6} y1="63.5" y2="63.5" class="bars-line" />
      </svg>
      <div class="bars-axis" aria-hidden="true"><span>10 min ago</span><span>now</span></div>
      <figcaption>${ENDS.map(end => html`<span class="key" data-end=${end}>${number(total(end))} ${end}</span>`)}</figcaption>
    </figure>`;
}

function Bar({ x, slot, scale }) {
  let y = 63;
  return ENDS.map(end => {
    const height = slot[end] * scale;
    y -= height;
    return height > 0 && html`<rect x=${x + 0.75} y=${y} width="4.5" height=${height} rx="0.8" data-end=${end} />`;
  });
}

function Newest() {
  const orders = useStore(newest);
  const [only, setOnly] = useState('');
  const shown = only ? orders?.filter(order => order.status === only) : orders;
  const filter = html`
    <label class="select"><span class="unseen">Show</span>
      <select value=${only} onChange=${event => setOnly(event.target.value)}>
        <option value="">all states</option>
        ${STATES.map(state => html`<option value=${state}>${state}</option>`)}
      </select>
    </label>`;
  return html`
    <${Part} service="order" title="Newest orders" class="newest" actions=${filter}>
      ${!shown && html`<${Skeleton} lines=${8} />`}
      ${shown?.length === 0 && html`<${Empty}>${only ? `None of the newest orders is ${only}.` : 'No order has been placed yet.'} <a href="#/place">Place one</a><//>`}
      ${shown?.length > 0 && html`
        <div class="scroll" tabindex="0" role="region" aria-label="Newest orders, table">
        <table class="rows">
          <thead><tr><th scope="col">Order</th><th scope="col">State</th><th scope="col">Customer</th><th scope="col" class="num">Total</th><th scope="col" class="num">Took</th><th scope="col" class="num wide">Placed</th></tr></thead>
          <tbody>${shown.map(order => html`<${Row} key=${order.id} order=${order} />`)}</tbody>
        </table>
        </div>`}
    <//>`;
}

function Row({ order }) {
  const placedAt = Date.parse(order.createdAt);
  const took = (isOpen(order.status) ? serverNow() : Date.parse(order.updatedAt)) - placedAt;
  const moved = order.changedAt && Date.now() - order.changedAt < 1500;
  return html`
    <tr data-order=${order.id} class=${moved ? 'has-moved' : ''}>
      <th scope="row"><a class="mono" href=${`#/orders/${order.id}`} title=${order.id}>${shortId(order.id)}</a></th>
      <td><${Status} value=${order.status} reason=${REASON[order.reason]} /></td>
      <td class="quiet">${order.customerId ?? '…'}</td>
      <td class="num">${order.total === null ? '…' : money(order.total, order.currency)}</td>
      <td class=${`num ${isOpen(order.status) ? 'is-running' : ''}`}>${duration(took)}</td>
      <td class="num wide quiet"><time datetime=${order.createdAt}>${moment(new Date(placedAt))}</time></td>
    </tr>`;
}

const WAITS = { PENDING: 'inventory', RESERVED: 'payment' };
const UNWELL = ['down', 'away'];

/** Stuck orders, and what to do about them. */
function Stuck({ numbers }) {
  const orders = useStore(stuck);
  const letters = useStore(letterCount);
  const states = useStore(health);
  const oldest = numbers && Math.max(numbers.oldestPending ?? 0, numbers.oldestReserved ?? 0);
  return html`
    <${Part} service="order" title="Slow or stuck" class="stuck">
      ${!numbers && html`<${Skeleton} lines=${1} />`}
      ${numbers && orders.length === 0 && html`
        <p class="all-well"><${Icon} name="check" /><span>Nothing is stuck.${oldest ? ` The oldest open order is ${duration(oldest * 1000)} old.` : ' No order is open.'}</span></p>`}
      <ul class="stuck-list">
        ${orders.map(order => html`
          <li key=${order.id}>
            <a class="mono" href=${`#/orders/${order.id}`}>${shortId(order.id)}</a>
            <${Status} value=${order.status} />
            <span class="age">${duration(serverNow() - Date.parse(order.createdAt))}</span>
            <span class="why">waits for ${WAITS[order.status]}${UNWELL.includes(states[WAITS[order.status]].state) ? html`, which is <a href="#/health">not well</a>` : ''}</span>
          </li>`)}
      </ul>
      ${orders.length > 0 && html`<p class="quiet">Each order continues as soon as it can, and is cancelled when its deadline passes. You need not do anything.</p>`}
      ${letters > 0 && html`<p class="notice is-warn"><${Icon} name="letters" /><span>${letters === 1 ? 'One event' : `${letters} events`} could not be handled. <a href="#/dead-letters">View the dead letters</a></span></p>`}
    <//>`;
}
