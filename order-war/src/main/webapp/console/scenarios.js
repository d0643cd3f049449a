// Orders with known outcomes: the payment token selects what the simulated gateway does.

import { get, post } from './api.js';

export const SCENARIOS = [
  {
    key: 'confirmed', title: 'Confirmed', tone: 'good', icon: 'check',
    text: 'All lines are in stock and the gateway approves.',
    watch: 'Stock is held, the customer is charged, the units are sold.',
    lines: [{ sku: 'BOOK-001', quantity: 2 }], token: 'tok_approve', end: 'CONFIRMED',
  },
  {
    key: 'out-of-stock', title: 'Out of stock', tone: 'bad', icon: 'stock',
    text: 'One of two lines is sold out.',
    watch: 'All lines or none: the mug is not reserved either, and the customer is not charged.',
    lines: [{ sku: 'MUG-001', quantity: 1 }, { sku: 'NONE-001', quantity: 1 }], token: 'tok_approve', end: 'REJECTED',
  },
  {
    key: 'declined', title: 'Declined', tone: 'bad', icon: 'cross',
    text: 'The gateway declines the card.',
    watch: 'The reserved units become available again.',
    lines: [{ sku: 'PEN-001', quantity: 1 }], token: 'tok_decline_insufficient_funds', end: 'REJECTED',
  },
  {
    key: 'timeout', title: 'Times out, but charged', tone: 'good', icon: 'clock',
    text: 'The gateway captures the payment, but its answer is lost.',
    watch: 'The payment service retries with the same key. The gateway reports the one charge that exists.',
    lines: [{ sku: 'LAMP-001', quantity: 1 }], token: 'tok_timeout_charged', end: 'CONFIRMED',
  },
  {
    key: 'cancel', title: 'Cancelled in flight', tone: 'idle', icon: 'refund',
    text: 'The customer cancels while the gateway is charging.',
    watch: 'Captured money is refunded, and the units become available again.',
    lines: [{ sku: 'BAG-001', quantity: 1 }], token: 'tok_slow', end: 'CANCELLED',
  },
];

export const TOKENS = [
  ['tok_approve', 'is approved'],
  ['tok_decline', 'is declined'],
  ['tok_slow', 'is approved, slowly'],
  ['tok_timeout_charged', 'is charged, but the answer never comes'],
  ['tok_error_charged', 'is charged, but the answer is an error'],
  ['tok_timeout_uncharged', 'loses the first request'],
];

export const scenario = key => SCENARIOS.find(one => one.key === key);

/** 128 random bits. crypto.randomUUID is not available on pages without TLS. */
export const newKey = () => [...crypto.getRandomValues(new Uint8Array(16))].map(byte => byte.toString(16).padStart(2, '0')).join('');

/** Places an order. The idempotency key makes repeated clicks safe. */
export function place(customerId, lines, paymentToken, key = newKey()) {
  return post('order', '/api/orders', { customerId, lines, paymentToken }, { 'Idempotency-Key': key });
}

const LONGEST_WAIT_MS = 1_500;
const LOOK_EVERY_MS = 100;

/** Cancels while the gateway request is in flight, so that the cancellation races with the charge. */
export async function cancelInFlight(orderId) {
  for (let waited = 0; waited < LONGEST_WAIT_MS; waited += LOOK_EVERY_MS) {
    const payment = await get('payment', `/api/payments/${orderId}`).catch(() => null);
    if (payment?.attempts > 0) break;
    await new Promise(resolve => setTimeout(resolve, LOOK_EVERY_MS));
  }
  return post('order', `/api/orders/${orderId}/cancel`);
}
