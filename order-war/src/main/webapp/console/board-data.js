// The data of the board, updated by the stream of all orders: numbers by status, the newest orders, and stuck orders.

import { get } from './api.js';
import { store } from './store.js';
import { follow } from './stream.js';

const NEWEST = 40;
const REFRESH_MS = 400;
const STUCK_AFTER_MS = 5_000;
const OPEN = ['PENDING', 'RESERVED'];
export const STATES = ['PENDING', 'RESERVED', 'CONFIRMED', 'REJECTED', 'CANCELLED'];
export const isOpen = status => OPEN.includes(status);

/** 'live', 'reconnecting', or 'off' without a stream. */
export const connection = store('off');

/** {orders: {pending…}, slots, slotSeconds, oldestPending, oldestReserved} or null. */
export const counts = store(null);

/** The newest orders first. Orders that changed since the page was opened have a changedAt. Null until they are loaded. */
export const newest = store(null);

/** Orders that have been open for more than a few seconds, oldest first. */
export const stuck = store([]);

/** The error that prevented the last update, or null. */
export const trouble = store(null);

let clockAhead = 0;

/** The current time by the order service's clock. */
export const serverNow = () => Date.now() + clockAhead;

export function setServerClock(at) {
  clockAhead = Date.parse(at) - Date.now();
}

/** Follows all orders. Returns a function that stops. */
export function followAll() {
  const board = new Board();
  const stop = follow('/api/orders/stream', {
    open: () => board.load(),
    event: (id, step) => board.add(id, step),
    state: state => connection.set(state),
    closed: failure => {
      clearInterval(timer);
      trouble.set(failure);
    },
  });
  const timer = setInterval(() => document.hidden || board.tick(), STUCK_AFTER_MS);
  return () => {
    stop();
    clearInterval(timer);
    board.ended = true;
    connection.set('off');
  };
}

class Board {
  ended = false;
  loading = false;
  numbers = null;
  orders = [];
  isListed = false;
  /** The last status transition of each recently changed order. */
  steps = new Map();
  /** Events that the loaded numbers may not include yet. */
  late = [];
  refreshing = null;
  drawing = null;

  /** Loads the state once the stream is open. Later changes arrive as events. */
  async load() {
    this.loading = true;
    await this.guarded(async () => {
      await this.count();
      await this.list();
      await this.lookForStuck();
    });
    this.loading = false;
  }

  tick() {
    return this.guarded(async () => {
      await this.count();
      await this.lookForStuck();
    });
  }

  async guarded(work) {
    try {
      await work();
      trouble.set(null);
    } catch (failure) {
      trouble.set(failure);
    }
  }

  /** Loads the numbers, and adds the events that are newer than these. */
  async count() {
    const fresh = await get('order', '/api/orders/counts');
    setServerClock(fresh.at);
    this.late = this.late.filter(event => event.id > fresh.position);
    this.numbers = this.late.reduce((sum, event) => moved(sum, event.step), fresh);
    this.draw();
  }

  add(id, step) {
    this.late.push({ id, step });
    if (this.numbers && id > this.numbers.position) this.numbers = moved(this.numbers, step);
    this.steps.set(step.orderId, step);
    if (this.steps.size > 10 * NEWEST) this.steps.delete(this.steps.keys().next().value);
    const index = this.orders.findIndex(order => order.id === step.orderId);
    if (index >= 0) {
      this.orders = this.orders.with(index, withStep(this.orders[index], step));
    } else if (step.from === null) {
      this.orders = [placed(step), ...this.orders].slice(0, NEWEST);
    }
    if (step.from === null || !isOpen(step.status)) this.refreshSoon();
    if (!isOpen(step.status) && stuck.get().some(order => order.id === step.orderId)) {
      stuck.set(stuck.get().filter(order => order.id !== step.orderId));
    }
    this.draw();
  }

  /** Draws at most once per animation frame, however many events arrive. */
  draw() {
    this.drawing ??= requestAnimationFrame(() => {
      this.drawing = null;
      if (this.ended) return;
      counts.set(this.numbers);
      if (this.isListed) newest.set(this.orders);
    });
  }

  /** Reloads the list, because events contain neither customer nor total nor reason. */
  refreshSoon() {
    this.refreshing ??= setTimeout(() => {
      this.refreshing = null;
      if (!this.loading && !this.ended) this.guarded(() => this.list());
    }, REFRESH_MS);
  }

  async list() {
    const { items } = await get('order', `/api/orders?limit=${NEWEST}`);
    const before = new Map(this.orders.map(order => [order.id, order.changedAt]));
    this.orders = items.map(order => {
      const step = this.steps.get(order.id);
      const known = { ...order, changedAt: before.get(order.id) };
      return step && Date.parse(step.at) >= Date.parse(order.updatedAt) ? withStep(known, step) : known;
    });
    this.isListed = true;
    this.draw();
  }

  async lookForStuck() {
    const suspects = [['PENDING', this.numbers.oldestPending], ['RESERVED', this.numbers.oldestReserved]]
      .filter(([, age]) => age !== null && age * 1000 > STUCK_AFTER_MS);
    const before = new Date(serverNow() - STUCK_AFTER_MS).toISOString();
    const pages = await Promise.all(suspects.map(([status]) =>
      get('order', `/api/orders?status=${status}&to=${before}&limit=10`)));
    if (this.ended) return;
    stuck.set(pages.flatMap(page => page.items).sort((a, b) => a.createdAt < b.createdAt ? -1 : 1));
  }
}

function placed(step) {
  return {
    id: step.orderId, status: step.status, reason: null, customerId: null, total: null, currency: null,
    createdAt: step.at, updatedAt: step.at, changedAt: Date.now(),
  };
}

function withStep(order, step) {
  return step.status === order.status
    ? order
    : { ...order, status: step.status, updatedAt: step.at, changedAt: Date.now() };
}

const COLUMN = { PENDING: 'placed', CONFIRMED: 'confirmed', REJECTED: 'rejected', CANCELLED: 'cancelled' };

/** Returns the numbers after one more status transition. */
function moved(before, step) {
  if (step.from === step.status) return before;
  const orders = { ...before.orders };
  if (step.from !== null) orders[step.from.toLowerCase()]--;
  orders[step.status.toLowerCase()]++;
  return { ...before, orders, slots: inSlot(before, step) };
}

function inSlot({ slots, slotSeconds }, step) {
  const column = COLUMN[step.status];
  if (!column) return slots;
  const length = slotSeconds * 1000;
  const begin = Math.floor(Date.parse(step.at) / length) * length;
  const found = slots.findIndex(slot => Date.parse(slot.from) === begin);
  const slot = found >= 0 ? slots[found] : { from: new Date(begin).toISOString(), placed: 0, confirmed: 0, rejected: 0, cancelled: 0 };
  const counted = { ...slot, [column]: slot[column] + 1 };
  return found >= 0 ? slots.with(found, counted) : [...slots, counted];
}
