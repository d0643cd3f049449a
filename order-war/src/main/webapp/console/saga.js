// Assembles an order's saga as hops between the three services. No service stores it as a whole: the order service has the history
// of its events, the inventory has the reservation, and the payment service has the ledger.

import { money, quantity, words } from './format.js';

export const LANES = ['order', 'inventory', 'payment'];

const OPEN_PAYMENTS = ['PENDING', 'UNKNOWN', 'EXPIRING', 'VOIDING', 'REFUNDING'];
const FINAL = ['CONFIRMED', 'REJECTED', 'CANCELLED'];

/**
 * @param known {order, steps, reservation, payment, charges}; the last three may be null
 * @return hops in chronological order: {at, message: {type, from, to, eventId} | null, facts: [{lane, at, title, text, tone}]}
 */
export function hops(known) {
  const told = known.steps.flatMap(step => ofStep(step, known));
  return inSequence([...told, ...ofPayment(known)]);
}

/** A UUIDv7 begins with the time of its creation. */
export const madeAt = id => id ? parseInt(id.replaceAll('-', '').slice(0, 12), 16) : null;

const at = text => text ? Date.parse(text) : null;

function fact(lane, time, title, text, tone = 'done') {
  return { lane, at: time, title, text, tone };
}

function message(type, from, to, eventId) {
  return { type, from, to, eventId };
}

function ofStep(step, known) {
  const changed = step.from !== step.status;
  const here = (title, text, tone) => fact('order', at(step.at), title, text, changed ? tone : 'idle');
  const caused = (type, from, facts) => ({ message: message(type, from, facts.map(one => one.lane), step.eventId), facts, step });
  const alone = facts => ({ message: null, facts, step });
  switch (step.cause) {
    case 'PLACED':
      return [alone([here('Placed', 'prices fixed, stored as PENDING', 'done')]), published('OrderCreated', step, [held(known)])];
    case 'STOCK_RESERVED':
      return [caused('InventoryReserved', 'inventory', [here(changed ? 'RESERVED' : 'Noted', changed ? 'all lines are set aside' : late(step)), intent(known)].filter(Boolean))];
    case 'STOCK_REJECTED':
      return [caused('InventoryRejected', 'inventory', [here(changed ? 'REJECTED' : 'Noted', changed ? 'out of stock' : late(step), 'bad')]), ...ending(step, known)];
    case 'PAYMENT_COMPLETED':
      return [caused('PaymentCompleted', 'payment', [here(changed ? 'CONFIRMED' : 'Noted', changed ? 'reserved and paid' : late(step), 'good')]), ...ending(step, known)];
    case 'PAYMENT_FAILED':
      return [caused('PaymentFailed', 'payment', [here(changed ? 'REJECTED' : 'Noted', changed ? 'payment declined' : late(step), 'bad')]), ...ending(step, known)];
    case 'PAYMENT_REFUNDED':
      return [caused('PaymentRefunded', 'payment', [here('Refund noted', 'the money is back', 'idle')])];
    case 'RESERVATION_EXPIRED':
      return [caused('ReservationExpired', 'inventory', [here(changed ? 'CANCELLED' : 'Noted', changed ? 'held for too long' : late(step), 'bad')]), ...ending(step, known)];
    case 'CANCEL_REQUESTED':
      return [alone([here('CANCELLED', 'the customer changed their mind', 'bad')]), ...ending(step, known)];
    case 'DEADLINE_PASSED':
      return [alone([here('CANCELLED', 'the deadline passed', 'bad')]), ...ending(step, known)];
    default:
      return [alone([here(words(step.cause), `now ${step.status}`, 'idle')])];
  }
}

/** Inventory and payment publish to different topics, so a later event may arrive first. */
const late = step => step.cause === 'STOCK_RESERVED' && step.status === 'CONFIRMED'
  ? 'overtaken: the payment was heard of first'
  : `too late: the order was ${step.status}`;

const PUBLISHED = { CONFIRMED: 'OrderConfirmed', REJECTED: 'OrderRejected', CANCELLED: 'OrderCancelled' };

/** The effect of a final status on the other services. */
function ending(step, known) {
  if (step.from === step.status || !PUBLISHED[step.status]) return [];
  return [published(PUBLISHED[step.status], step, [ended(known), abandoned(step, known)])];
}

function published(type, step, facts) {
  const there = facts.filter(Boolean);
  const to = type === 'OrderCreated' || type === 'OrderConfirmed' ? ['inventory'] : ['inventory', 'payment'];
  return { message: message(type, 'order', to, step.publishedEventId), facts: there, sentAt: at(step.at), step };
}

function held({ order, reservation }) {
  if (!reservation) return null;
  if (reservation.lines.length === 0) {
    return order.reason === 'OUT_OF_STOCK'
      ? fact('inventory', at(reservation.createdAt), 'Refused', 'not all lines are in stock: none is set aside', 'bad')
      : fact('inventory', at(reservation.createdAt), 'Nothing to hold', 'the order had ended already', 'idle');
  }
  return fact('inventory', at(reservation.createdAt), 'Held', units(reservation));
}

const units = ({ lines }) => lines.length > 2
  ? `${quantity(lines.reduce((sum, line) => sum + line.quantity, 0), 'unit')} of ${lines.length} SKUs`
  : lines.map(line => `${line.quantity} × ${line.sku}`).join(', ');

const RESERVATION_ENDS = {
  COMMITTED: ['Sold', 'the units have left the stock', 'good'],
  RELEASED: ['Released', 'the units are available again', 'done'],
  EXPIRED: ['Expired', 'the units are available again', 'bad'],
};

function ended({ reservation }) {
  const end = reservation && reservation.lines.length > 0 && RESERVATION_ENDS[reservation.status];
  return end ? fact('inventory', at(reservation.updatedAt), ...end) : null;
}

function intent({ payment }) {
  return payment && payment.currency !== 'XXX'
    ? fact('payment', at(payment.createdAt), 'Intent stored', `to charge ${money(payment.amount, payment.currency)}`)
    : null;
}

function abandoned(step, { payment }) {
  return payment?.status === 'VOIDED' && payment.currency === 'XXX'
    ? fact('payment', at(payment.createdAt), 'Will never be charged', 'a tombstone, in case a request still arrives', 'idle')
    : null;
}

/** What the payment service did without receiving an event. */
function ofPayment({ payment, charges, steps }) {
  if (!payment) return [];
  const sum = money(payment.amount, payment.currency);
  const asked = payment.attempts > 1 ? `; the gateway was asked ${payment.attempts} times under one key` : '';
  const declined = steps.find(step => step.cause === 'PAYMENT_FAILED');
  const own = payment.entries.filter(entry => entry.kind !== 'AUTHORISE').map(entry => ({
    CAPTURE: fact('payment', at(entry.at), `Charged ${sum}`, gateway(charges) + (payment.status === 'COMPLETED' ? asked : ''), 'good'),
    REFUND: fact('payment', at(entry.at), `Refunded ${sum}`, 'the gateway gave it back in full', 'done'),
    VOID: fact('payment', at(entry.at), 'Ruled out', 'the gateway will never charge this key', 'done'),
  })[entry.kind]);
  if (payment.status === 'FAILED') {
    own.push(fact('payment', madeAt(declined?.eventId), 'Declined', words(payment.reason ?? 'no reason given'), 'bad'));
  }
  return own.map(one => ({ message: null, facts: [one] }));
}

const gateway = charges => charges ? `${quantity(charges.length, 'charge')} at the gateway` : 'at the gateway';

/** Sorts hops by their first known time. Hops without one keep their place. */
function inSequence(all) {
  const timed = all.map((hop, index) => {
    const times = hop.facts.map(one => one.at).filter(time => time !== null);
    return { ...hop, index, at: times.length ? Math.min(...times) : hop.sentAt ?? null };
  });
  timed.forEach((hop, i) => {
    hop.at ??= timed[i - 1]?.at ?? 0;
  });
  return timed.sort((a, b) => a.at - b.at || a.index - b.index);
}

/** What is in progress: {lane, text}, or null if everything is final. */
export function waiting({ order, reservation, payment, steps }) {
  if (order.status === 'PENDING') return { lane: 'inventory', text: 'sets the goods aside' };
  if (order.status === 'RESERVED') return { lane: 'payment', text: charging(payment) };
  return order.status === 'CONFIRMED' ? selling(reservation) : givingUp(reservation, payment, steps);
}

const selling = reservation => reservation?.status === 'COMMITTED' || reservation?.status === 'EXPIRED'
  ? null
  : { lane: 'inventory', text: 'takes the units off the stock' };

/** Both other services consume the end of an unsuccessful order, and store at least a tombstone. */
function givingUp(reservation, payment, steps) {
  if (!reservation || reservation.status === 'HELD') return { lane: 'inventory', text: 'gives the units back' };
  if (payment?.status === 'COMPLETED' || payment?.status === 'REFUNDING') return { lane: 'payment', text: 'gives the money back' };
  if (!payment || OPEN_PAYMENTS.includes(payment.status)) return { lane: 'payment', text: 'makes sure that nothing is charged' };
  return payment.status === 'REFUNDED' && !steps.some(step => step.cause === 'PAYMENT_REFUNDED')
    ? { lane: 'order', text: 'hears of the refund' }
    : null;
}

function charging(payment) {
  if (!payment) return 'stores the intent to charge';
  return payment.status === 'UNKNOWN' || payment.attempts > 1
    ? `has no answer yet and asks again under the same key (${quantity(payment.attempts, 'attempt')})`
    : 'asks the gateway';
}

/** For an order that was never RESERVED. */
const WHOLE = { CONFIRMED: 'reserve and pay', REJECTED: 'refuse', CANCELLED: 'until cancelled' };

/** How long each phase took: [{name, millis, lane}]. */
export function phases(steps) {
  const time = cause => at(steps.find(step => step.cause === cause && step.from !== step.status)?.at);
  const placed = time('PLACED');
  const reserved = time('STOCK_RESERVED');
  const last = [...steps].reverse().find(step => FINAL.includes(step.status) && step.from !== step.status);
  const end = at(last?.at);
  const parts = [];
  if (placed && reserved) parts.push({ name: 'reserve', lane: 'inventory', millis: reserved - placed });
  if (reserved && end) parts.push({ name: last.cause.startsWith('PAYMENT') ? 'pay' : 'until cancelled', lane: 'payment', millis: end - reserved });
  if (placed && !reserved && end) parts.push({ name: WHOLE[last.status], lane: last.status === 'REJECTED' ? 'inventory' : 'order', millis: end - placed });
  return parts;
}
