// The frame around the views: navigation, the status of the services, and announcements for screen readers.

import { SERVICES, url } from './api.js';
import { connection, followAll } from './board-data.js';
import { Board } from './board.js';
import { Health, health, watchHealth } from './health.js';
import { Letters, useLetterCount } from './letters.js';
import { OrderView } from './order.js';
import { Place } from './place.js';
import { Stock } from './stock.js';
import { useStore } from './store.js';
import { announcement, Icon } from './ui.js';
import { html, render, useEffect, useState } from './vendor/htm-preact-3.1.1.js';

const VIEWS = [
  { path: '', title: 'Board', icon: 'board', view: Board },
  { path: 'place', title: 'Place an order', short: 'Place', icon: 'place', view: Place },
  { path: 'stock', title: 'Stock', icon: 'stock', view: Stock },
  { path: 'dead-letters', title: 'Dead letters', short: 'Letters', icon: 'letters', view: Letters },
  { path: 'health', title: 'Health', icon: 'health', view: Health },
];

/** #/orders/1?play=declined → {name: 'orders', rest: ['1'], query}. */
function route() {
  const [path, query] = location.hash.replace(/^#\/?/, '').split('?');
  const [name, ...rest] = path.split('/').map(decoded);
  return { name, rest, query: new URLSearchParams(query) };
}

/** Returns invalid encodings unchanged; they match no page. */
function decoded(part) {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

function useRoute() {
  const [current, setCurrent] = useState(route);
  useEffect(() => {
    const changed = () => {
      setCurrent(route());
      window.scrollTo(0, 0);
    };
    window.addEventListener('hashchange', changed);
    return () => window.removeEventListener('hashchange', changed);
  }, []);
  return current;
}

function App() {
  const current = useRoute();
  const shown = VIEWS.find(view => view.path === current.name);
  const following = current.name !== 'orders';
  useEffect(watchHealth, []);
  useEffect(() => following ? followAll() : undefined, [following]);
  const skip = event => {
    event.preventDefault();
    document.getElementById('main').focus();
  };
  return html`
    <a class="skip" href="#main" onClick=${skip}>Skip to the content</a>
    <header class="bar">
      <a class="brand" href="#/" aria-label="Orderflow, to the board"><img src="/console/icon.svg" alt="" width="26" height="26" /><span>Orderflow</span></a>
      <${Navigation} current=${current.name} />
      <${Services} />
    </header>
    <main id="main" tabindex="-1">
      ${shown
        ? html`<${shown.view} rest=${current.rest} query=${current.query} />`
        : current.name === 'orders' && current.rest[0]
          ? html`<${OrderView} key=${current.rest[0]} id=${current.rest[0]} query=${current.query} />`
          : html`<p class="empty">This page does not exist. <a href="#/">To the board</a></p>`}
    </main>
    <footer class="foot">
      ${SERVICES.map(service => html`<a href=${url(service, '/openapi/ui/')}>${service} API</a>`)}
      <span class="quiet">This console uses only these APIs and server-sent events.</span>
    </footer>
    <${Announcer} />`;
}

function Navigation({ current }) {
  const letters = useLetterCount();
  return html`
    <nav class="tabs" aria-label="Views">
      ${VIEWS.map(view => html`
        <a href=${`#/${view.path}`} aria-current=${view.path === current ? 'page' : undefined}>
          <${Icon} name=${view.icon} /><span class="wide">${view.title}</span><span class="narrow">${view.short ?? view.title}</span>
          ${view.path === 'dead-letters' && letters > 0 && html`<span class="badge">${letters}<span class="unseen"> waiting</span></span>`}
        </a>`)}
    </nav>`;
}

const STATE = { up: 'up', down: 'not well', away: 'cannot be reached', unknown: 'not asked yet', closed: 'not told here' };

function Services() {
  const states = useStore(health);
  const stream = useStore(connection);
  return html`
    <div class="services">
      ${stream !== 'off' && html`<span class="live" data-state=${stream} role="status">${stream === 'live' ? 'Live' : 'Reconnecting'}</span>`}
      <a href="#/health" class="lamps" title="Health">
        ${SERVICES.map(name => html`<span class="lamp" data-state=${states[name].state}><span>${name}</span> <span class="unseen">${STATE[states[name].state]}</span></span>`)}
      </a>
    </div>`;
}

const Announcer = () => html`<div class="unseen" aria-live="polite" aria-atomic="true">${useStore(announcement)}</div>`;

render(html`<${App} />`, document.getElementById('app'));
