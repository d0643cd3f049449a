// Components that several views share.

import { ApiError, reachable, ROLE } from './api.js';
import { shortId } from './format.js';
import { store, useStore } from './store.js';
import { html, useEffect, useRef, useState } from './vendor/htm-preact-3.1.1.js';

/** The next announcement for screen readers. */
export const announcement = store('');

export function announce(text) {
  // Screen readers do not announce the same text twice.
  announcement.set(announcement.get() === text ? `${text}\u00a0` : text);
}

const PATHS = {
  board: 'M4 5h7v6H4zM13 5h7v4h-7zM13 11h7v8h-7zM4 13h7v6H4z',
  place: 'M4 5h2l2 10h9l2-7H7M10 19.5h.01M16 19.5h.01',
  stock: 'M4 8l8-4 8 4v8l-8 4-8-4zM4 8l8 4 8-4M12 12v8',
  letters: 'M4 6h16v12H4zM4 7l8 6 8-6',
  health: 'M3 12h4l2-6 4 12 2.5-6H21',
  copy: 'M9 9h10v10H9zM5 15V5h10',
  check: 'M5 12.5l4.5 4.5L19 7.5',
  cross: 'M6 6l12 12M18 6L6 18',
  clock: 'M12 4a8 8 0 1 1 0 16 8 8 0 0 1 0-16zM12 8v4.5l3 2',
  warn: 'M12 4l9 16H3zM12 10v4M12 17h.01',
  back: 'M14 6l-6 6 6 6',
  next: 'M10 6l6 6-6 6',
  refund: 'M9 14l-4-4 4-4M5 10h9a5 5 0 0 1 0 10h-3',
  dot: 'M12 9a3 3 0 1 1 0 6 3 3 0 0 1 0-6z',
  minus: 'M6 12h12',
  plus: 'M6 12h12M12 6v12',
  retry: 'M4.5 12a7.5 7.5 0 0 1 13-5l2 2M19.5 4.5V9H15M19.5 12a7.5 7.5 0 0 1-13 5l-2-2M4.5 19.5V15H9',
};

export const Icon = ({ name }) => html`
  <svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false"><path d=${PATHS[name]} /></svg>`;

export const Status = ({ value, reason }) => html`
  <span class="status" data-status=${value}><span class="status-dot" aria-hidden="true"></span>${value}${
    reason && html`<span class="status-reason"> ${reason}</span>`}</span>`;

/** The heading of a view. Receives the focus when the view opens, so that screen readers start there. */
export function Heading({ title, children }) {
  const heading = useRef(null);
  useEffect(() => {
    document.title = `${title} · Orderflow`;
    if (document.body.dataset.visited) heading.current.focus({ preventScroll: true });
    document.body.dataset.visited = 'yes';
  }, [title]);
  return html`<div class="heading"><h1 tabindex="-1" ref=${heading}>${title}</h1>${children}</div>`;
}

/** A shortened id. A click copies the full one. */
export function Id({ value, label }) {
  const [copied, setCopied] = useState(false);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(value);
      setCopied(true);
      announce(`${label} copied`);
      setTimeout(() => setCopied(false), 1500);
    } catch {
      announce(`The browser refused to copy. The ${label} is ${value}.`);
    }
  };
  return html`
    <button type="button" class="id" title=${`${label} ${value}: copy`} data-id=${value} onClick=${copy}>
      <span class="unseen">Copy the ${label} that ends in </span><span class="mono">${shortId(value)}</span><${Icon} name=${copied ? 'check' : 'copy'} />
    </button>`;
}

/** Shows a failed request and what to do. */
export function Problem({ error, retry }) {
  if (!error) return null;
  if (error.isClosed) return html`<${Empty}>${error.message}<//>`;
  const problem = error instanceof ApiError ? error.problem : null;
  return html`
    <div class="notice is-bad" role="alert">
      <${Icon} name="warn" />
      <div>
        <p>${error.message}</p>
        ${error.retryAfter && html`<p>Try again in ${error.retryAfter} s.</p>`}
        ${problem?.traceId && html`<p class="quiet">trace <${Id} value=${problem.traceId} label="trace id" /></p>`}
      </div>
      ${retry && html`<button type="button" class="button is-small" onClick=${retry}>Try again</button>`}
    </div>`;
}

/** A part of the page with data of one service. Only this part is grey while the service is unreachable. */
export function Part({ service, title, children, class: name = '', actions }) {
  const away = useStore(reachable)[service] === false;
  return html`
    <section class=${`part ${name} ${away ? 'is-away' : ''}`} data-service=${service} aria-label=${title}>
      <header class="part-head"><h2>${title}</h2>${actions}</header>
      ${away && html`<p class="notice is-away-notice" role="status"><${Icon} name="warn" /><span>The ${service} service cannot be reached. ${
        ROLE[service]} This part is as it was; it comes back by itself.</span></p>`}
      <div class="part-body">${children}</div>
    </section>`;
}

export const Empty = ({ children }) => html`<p class="empty">${children}</p>`;

export const Skeleton = ({ lines = 3 }) => html`
  <div class="skeleton" role="status" aria-label="Loading">${Array.from({ length: lines }, () => html`<span></span>`)}</div>`;
