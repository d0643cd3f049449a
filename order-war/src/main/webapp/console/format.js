// Formats values for display. Numbers and times are in English, like the page.

const numbers = new Intl.NumberFormat('en');
const clock = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', second: '2-digit' });
const day = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' });
const currencies = new Map();

export const number = value => numbers.format(value);

/** Formats minor units, such as cents. */
export function money(amount, currency) {
  if (currency === 'XXX') return 'nothing';
  if (!currencies.has(currency)) {
    currencies.set(currency, new Intl.NumberFormat('en', { style: 'currency', currency }));
  }
  const format = currencies.get(currency);
  return format.format(amount / 10 ** format.resolvedOptions().maximumFractionDigits);
}

export const percent = share => `${share > 0 && share < 0.1 ? (100 * share).toFixed(1) : Math.round(100 * share)}%`;

/** Formats a duration as briefly as its size allows. */
export function duration(millis) {
  const ms = Math.round(Math.max(0, millis));
  if (ms < 1000) return `${ms} ms`;
  if (ms < 9_950) return `${(ms / 1000).toFixed(1)} s`;
  const s = Math.round(ms / 1000);
  if (s < 60) return `${s} s`;
  if (s < 3600) return `${Math.floor(s / 60)} min ${s % 60} s`;
  if (s < 86_400) return `${Math.floor(s / 3600)} h ${Math.floor(s % 3600 / 60)} min`;
  return `${Math.floor(s / 86_400)} d ${Math.floor(s % 86_400 / 3600)} h`;
}

/** Formats the time of day with milliseconds. */
export const time = at => `${clock.format(at)}.${String(at.getMilliseconds()).padStart(3, '0')}`;

/** Formats a time to the second, with the date if it is not today. */
export const moment = at => at.toDateString() === new Date().toDateString() ? clock.format(at) : day.format(at);

export const date = at => day.format(at);

/** Returns the end of an id. Its beginning is a timestamp, which ids of the same time share. */
export const shortId = id => String(id).slice(-8);

export const quantity = (count, one, many = `${one}s`) => `${number(count)} ${count === 1 ? one : many}`;

export const REASON = {
  OUT_OF_STOCK: 'out of stock',
  PAYMENT_DECLINED: 'payment declined',
  CANCELLED_BY_CUSTOMER: 'by the customer',
  EXPIRED: 'deadline passed',
};

/** Formats the name of an enum constant or field as words. */
export const words = name => name.replace(/([a-z])([A-Z])/g, '$1 $2').replaceAll(/[_.-]/g, ' ').toLowerCase();
