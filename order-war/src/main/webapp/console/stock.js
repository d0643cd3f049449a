// The stock of each SKU, and the ledger of its movements.

import { get } from './api.js';
import { moment, number, shortId, words } from './format.js';
import { useEvery } from './store.js';
import { Empty, Heading, Part, Problem, Skeleton } from './ui.js';
import { html, useEffect, useState } from './vendor/htm-preact-3.1.1.js';

const PAGE = 50;
const LOOK_EVERY_MS = 2_000;

export function Stock({ rest: [sku] }) {
  return html`
    <${Heading} title="Stock"><p class="lead">Every change of a counter is an entry in the append-only ledger.</p><//>
    <div class="stock-columns">
      <${Levels} chosen=${sku} />
      ${sku ? html`<${Ledger} key=${sku} sku=${sku} />` : html`
        <${Part} service="inventory" title="Ledger"><${Empty}>Choose a SKU to see its movements.<//><//>`}
    </div>`;
}

function Levels({ chosen }) {
  const [names, setNames] = useState({});
  const [levels, setLevels] = useState(null);
  const [next, setNext] = useState(null);
  const [pages, setPages] = useState(1);
  const [error, setError] = useState(null);
  useEvery(LOOK_EVERY_MS, async () => {
    try {
      const found = [];
      let after = '';
      for (let page = 0; page < pages && after !== undefined; page++) {
        const part = await get('inventory', `/api/stock?limit=${PAGE}&after=${encodeURIComponent(after)}`);
        found.push(...part.items);
        after = part.next;
      }
      setLevels(found);
      setNext(after);
      setError(null);
    } catch (failure) {
      setError(failure.isUnreachable ? null : failure);
    }
  }, [pages]);
  useEffect(() => {
    get('order', '/api/products?limit=100').then(
      products => setNames(Object.fromEntries(products.map(product => [product.sku, product.name]))), () => {});
  }, []);
  return html`
    <${Part} service="inventory" title="Levels" class="levels">
      <${Problem} error=${error} />
      ${!levels && html`<${Skeleton} lines=${8} />`}
      ${levels?.length === 0 && html`<${Empty}>There is no stock yet. Post a RECEIVE to /api/stock/…/adjustments for a first delivery.<//>`}
      ${levels?.length > 0 && html`
        <table class="rows">
          <thead><tr><th scope="col">SKU</th><th scope="col" class="num">On hand</th><th scope="col" class="num">Reserved</th><th scope="col" class="num">Available</th></tr></thead>
          <tbody>${levels.map(level => html`
            <tr key=${level.sku} class=${level.sku === chosen ? 'is-chosen' : ''}>
              <th scope="row"><a href=${`#/stock/${encodeURIComponent(level.sku)}`} aria-current=${level.sku === chosen ? 'true' : undefined}>${names[level.sku] ?? level.sku}</a><span class="sku mono">${level.sku}</span></th>
              <td class="num">${number(level.onHand)}</td>
              <td class="num">${number(level.reserved)}</td>
              <td class=${`num ${level.available === 0 ? 'is-short' : ''}`}>${number(level.available)}</td>
            </tr>`)}</tbody>
        </table>
        ${next && html`<button type="button" class="button is-small" onClick=${() => setPages(pages + 1)}>More SKUs</button>`}`}
    <//>`;
}

const KINDS = {
  RESERVED: 'set aside', RELEASED: 'given back', EXPIRED: 'expired, given back', SOLD: 'sold',
  RECEIVED: 'received', CORRECTED: 'corrected', COUNTED: 'counted',
};

const signed = value => value === 0 ? '0' : value > 0 ? `+${number(value)}` : `−${number(-value)}`;

function Ledger({ sku }) {
  const [older, setOlder] = useState([]);
  const [newest, setNewest] = useState(null);
  const [error, setError] = useState(null);
  const path = `/api/stock/${encodeURIComponent(sku)}/movements?limit=${PAGE}`;
  useEvery(LOOK_EVERY_MS, async () => {
    try {
      setNewest(await get('inventory', path));
      setError(null);
    } catch (failure) {
      setError(failure.isUnreachable ? null : failure);
    }
  }, [sku]);
  const last = older.length > 0 ? older[older.length - 1] : newest;
  const more = async () => {
    try {
      setOlder([...older, await get('inventory', `${path}&before=${last.next}`)]);
    } catch (failure) {
      setError(failure);
    }
  };
  // A new movement shifts old ones to the next page, so pages that were loaded earlier may overlap.
  const seen = new Map([newest, ...older].filter(Boolean).flatMap(page => page.items).map(item => [item.id, item]));
  return html`
    <${Part} service="inventory" title=${`Ledger of ${sku}`} class="ledger">
      <${Problem} error=${error} />
      ${!newest && !error && html`<${Skeleton} lines=${8} />`}
      ${newest && seen.size === 0 && html`<${Empty}>There are no movements yet.<//>`}
      ${seen.size > 0 && html`
        <div class="scroll" tabindex="0" role="region" aria-label=${`Ledger of ${sku}, table`}>
        <table class="rows">
          <thead><tr><th scope="col">When</th><th scope="col">What</th><th scope="col" class="num">On hand</th><th scope="col" class="num">Reserved</th><th scope="col">For</th></tr></thead>
          <tbody>${[...seen.values()].map(item => html`<${Movement} key=${item.id} item=${item} />`)}</tbody>
        </table>
        </div>
        ${last?.next && html`<button type="button" class="button is-small" onClick=${more}>Older movements</button>`}`}
    <//>`;
}

function Movement({ item }) {
  return html`
    <tr>
      <td class="quiet"><time datetime=${item.at}>${moment(new Date(item.at))}</time></td>
      <td><span class="kind" data-kind=${item.kind}>${KINDS[item.kind] ?? words(item.kind)}</span></td>
      <td class="num"><${Change} by=${item.quantity} to=${item.onHand} /></td>
      <td class="num"><${Change} by=${item.reservedChange} to=${item.reserved} /></td>
      <td>${item.orderId
        ? html`<a class="mono" href=${`#/orders/${item.orderId}`} title=${item.orderId}>${shortId(item.orderId)}</a>`
        : html`<span class="quiet">${item.reason}</span>`}</td>
    </tr>`;
}

const Change = ({ by, to }) => html`${by !== 0 && html`<span class=${`change ${by > 0 ? 'is-up' : 'is-down'}`}>${signed(by)}</span>`} ${number(to)}`;
