// Draws the statuses and the transitions between them.

import { duration, number, percent } from './format.js';
import { html, useEffect, useRef, useState } from './vendor/htm-preact-3.1.1.js';

const BOXES = [
  { status: 'PENDING', note: 'placed; stock is being reserved' },
  { status: 'RESERVED', note: 'in stock; payment under way' },
  { status: 'CONFIRMED', note: 'reserved and paid' },
  { status: 'REJECTED', note: 'out of stock, or payment declined' },
  { status: 'CANCELLED', note: 'by the customer, or by a deadline' },
];

export function Flow({ numbers }) {
  const all = Object.values(numbers.orders).reduce((sum, count) => sum + count, 0);
  const oldest = { PENDING: numbers.oldestPending, RESERVED: numbers.oldestReserved };
  return html`
    <ol class="flow">
      ${BOXES.map(({ status, note }) => html`
        <li class="flow-box" data-status=${status} key=${status}>
          <span class="flow-name">${status}</span>
          <${Count} status=${status} value=${numbers.orders[status.toLowerCase()]} />
          <span class="flow-note">${note}</span>
          <span class="flow-extra">${extra(status, numbers.orders[status.toLowerCase()], all, oldest[status])}</span>
        </li>`)}
    </ol>`;
}

function extra(status, count, all, oldest) {
  if (status === 'PENDING' || status === 'RESERVED') return count > 0 && oldest ? `oldest ${duration(oldest * 1000)}` : 'none waiting';
  return all > 0 ? `${percent(count / all)} of all` : 'none yet';
}

/** A number that is highlighted briefly when it changes. */
function Count({ status, value }) {
  const before = useRef(value);
  const [changed, setChanged] = useState(0);
  useEffect(() => {
    if (before.current !== value) {
      before.current = value;
      setChanged(count => count + 1);
    }
  }, [value]);
  return html`<span class="flow-count ${changed ? `has-changed-${changed % 2}` : ''}" data-count=${status}>${number(value)}</span>`;
}
