// Places an order: a scenario with a known outcome, or selected products.

import { answer, get } from './api.js';
import { money, number } from './format.js';
import { newKey, place, SCENARIOS, TOKENS } from './scenarios.js';
import { useEvery } from './store.js';
import { announce, Empty, Heading, Icon, Part, Problem, Skeleton } from './ui.js';
import { html, useState } from './vendor/htm-preact-3.1.1.js';

const PAGE = 100;
const MOST_UNITS = 10_000;
const LOOK_EVERY_MS = 4_000;

/** Whether the gateway is simulated, by the status of its switches. Other statuses decide nothing. */
const SIMULATED = new Map([[200, true], [404, false]]);

export function Place() {
  const [error, setError] = useState(null);
  const [busy, setBusy] = useState(null);
  const [products, setProducts] = useState(null);
  const [levels, setLevels] = useState({});
  const [simulated, setSimulated] = useState(null);
  useEvery(LOOK_EVERY_MS, async () => {
    const [offer, stock, switches] = await Promise.allSettled([
      get('order', `/api/products?limit=${PAGE}`), get('inventory', `/api/stock?limit=${PAGE}`), answer('gateway', '/api/gateway/switches'),
    ]);
    if (offer.value) setProducts(offer.value);
    if (stock.value) setLevels(Object.fromEntries(stock.value.items.map(level => [level.sku, level])));
    if (SIMULATED.has(switches.value?.status)) setSimulated(SIMULATED.get(switches.value.status));
  });
  const go = async (name, customer, lines, token, key) => {
    setBusy(name);
    setError(null);
    try {
      const order = await place(customer, lines, token, key);
      announce('The order is placed.');
      location.hash = `#/orders/${order.id}${name === 'own' ? '' : `?play=${name}`}`;
    } catch (failure) {
      setError(failure);
      setBusy(null);
    }
  };
  return html`
    <${Heading} title="Place an order"><p class="lead">Choose a scenario and watch, or pick products.</p><//>
    <${Problem} error=${error} />
    ${simulated === false && html`<p class="notice"><${Icon} name="warn" /><span>The simulated gateway is not reachable, so there are no scenarios. Enter a payment token of the real gateway.</span></p>`}
    ${simulated !== false && html`
      <section class="scenarios" aria-label="Scenarios">
        ${SCENARIOS.map(one => html`
          <button type="button" class="scenario" data-scenario=${one.key} data-tone=${one.tone} key=${one.key} disabled=${busy !== null}
              onClick=${() => go(one.key, 'c-console', one.lines, one.token)}>
            <span class="scenario-icon"><${Icon} name=${one.icon} /></span>
            <strong>${one.title}</strong>
            <span>${one.text}</span>
          </button>`)}
      </section>`}
    <${Own} products=${products} levels=${levels} simulated=${simulated !== false} busy=${busy !== null}
      go=${(customer, lines, token, key) => go('own', customer, lines, token, key)} />`;
}

function Own({ products, levels, simulated, busy, go }) {
  const [units, setUnits] = useState({});
  const [customer, setCustomer] = useState('c-console');
  const [token, setToken] = useState('tok_approve');
  const [key, setKey] = useState(newKey);
  const lines = Object.entries(units).filter(([, count]) => count > 0).map(([sku, quantity]) => ({ sku, quantity }));
  const price = Object.fromEntries((products ?? []).map(product => [product.sku, product]));
  const total = lines.reduce((sum, line) => sum + line.quantity * (price[line.sku]?.unitPrice ?? 0), 0);
  // A new order needs a new key; a retry must keep its key.
  const change = setter => value => {
    setter(value);
    setKey(newKey());
  };
  const submit = event => {
    event.preventDefault();
    go(customer.trim(), lines, token.trim(), key);
  };
  const set = (sku, count) => change(setUnits)({ ...units, [sku]: Math.min(MOST_UNITS, Math.max(0, count || 0)) });
  return html`
    <form class="own" onSubmit=${submit}>
      <${Part} service="order" title="Catalogue" class="catalogue">
        ${!products && html`<${Skeleton} lines=${6} />`}
        ${products?.length === 0 && html`<${Empty}>The catalogue is empty. Add products with PUT /api/products/….<//>`}
        ${products?.length > 0 && html`
          <table class="rows">
            <thead><tr><th scope="col">Product</th><th scope="col" class="num">Price</th><th scope="col" class="num">Available</th><th scope="col" class="num">Units</th></tr></thead>
            <tbody>${products.map(product => html`
              <${Product} key=${product.sku} product=${product} level=${levels[product.sku]} count=${units[product.sku] ?? 0} set=${set} />`)}</tbody>
          </table>
          ${products.length === PAGE && html`<p class="quiet">These are the first ${PAGE} by SKU; the API takes orders for all of them.</p>`}`}
      <//>
      <section class="part checkout" aria-label="Your order">
        <header class="part-head"><h2>Your order</h2></header>
        <div class="part-body">
          ${lines.length === 0 && html`<${Empty}>No products are picked yet.<//>`}
          <ul class="picked">${lines.map(line => html`<li key=${line.sku}><span>${number(line.quantity)} × ${price[line.sku]?.name ?? line.sku}</span><span>${price[line.sku] ? money(line.quantity * price[line.sku].unitPrice, price[line.sku].currency) : '–'}</span></li>`)}</ul>
          <label class="field"><span>Customer</span><input name="customer" value=${customer} onInput=${event => change(setCustomer)(event.target.value)} required maxlength="64" autocomplete="off" /></label>
          <${Means} token=${token} setToken=${change(setToken)} simulated=${simulated} />
          <p class="sum"><span>Total</span><strong>${products?.[0] ? money(total, products[0].currency) : '–'}</strong></p>
          <button class="button is-main" disabled=${busy || lines.length === 0}>Place the order</button>
          <p class="quiet">The prices are those of the catalogue when the order is placed. Pressing twice places only one order, because the request has an idempotency key.</p>
        </div>
      </section>
    </form>`;
}

function Product({ product, level, count, set }) {
  const short = level && level.available < Math.max(count, 1);
  return html`
    <tr data-sku=${product.sku} class=${count > 0 ? 'is-picked' : ''}>
      <th scope="row">${product.name}<span class="sku mono">${product.sku}</span></th>
      <td class="num">${money(product.unitPrice, product.currency)}</td>
      <td class=${`num ${short ? 'is-short' : ''}`}>${level ? number(level.available) : '–'}</td>
      <td class="num"><span class="stepper">
        <button type="button" aria-label=${`One ${product.name} less`} disabled=${count === 0} onClick=${() => set(product.sku, count - 1)}><${Icon} name="minus" /></button>
        <input type="number" min="0" max=${MOST_UNITS} value=${count} aria-label=${`Units of ${product.name}`} onInput=${event => set(product.sku, Math.floor(event.target.valueAsNumber))} />
        <button type="button" aria-label=${`One ${product.name} more`} onClick=${() => set(product.sku, count + 1)}><${Icon} name="plus" /></button>
      </span></td>
    </tr>`;
}

function Means({ token, setToken, simulated }) {
  return simulated
    ? html`<label class="field"><span>The gateway</span><select name="token" value=${token} onChange=${event => setToken(event.target.value)}>
        ${TOKENS.map(([value, text]) => html`<option value=${value}>${value}: ${text}</option>`)}</select></label>`
    : html`<label class="field"><span>Payment token</span><input name="token" value=${token} onInput=${event => setToken(event.target.value)} required maxlength="64" autocomplete="off" /></label>`;
}
