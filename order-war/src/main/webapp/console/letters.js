// Dead letters: events that a service could not handle, with causes and actions.

import { answer, CLOSED, get, post, remove, SERVICES } from './api.js';
import { date, quantity, shortId, words } from './format.js';
import { store, useEvery, useStore } from './store.js';
import { announce, Empty, Heading, Icon, Id, Part, Problem, Skeleton } from './ui.js';
import { html, useRef, useState } from './vendor/htm-preact-3.1.1.js';

const PAGE = 50;
const LOOK_EVERY_MS = 4_000;
const OPERATOR = { Operator: 'console' };

/** The number of parked dead letters in all services, up to 100 in each. */
export const letterCount = store(0);

export function Letters({ rest: [service, id] }) {
  const [status, setStatus] = useState('PARKED');
  const [pages, setPages] = useState({});
  const put = (name, page) => setPages(before => ({ ...before, [name]: { ...before[name], error: null, ...page } }));
  useEvery(LOOK_EVERY_MS, () => Promise.all(SERVICES.map(name =>
    get(name, `/api/dead-letters?limit=${PAGE}${status ? `&status=${status}` : ''}`).then(
      page => put(name, { next: null, ...page }),
      failure => failure.isUnreachable || put(name, { items: [], error: failure })))), [status]);
  const filter = html`
    <label class="select"><span class="unseen">Show</span><select value=${status} onChange=${event => setStatus(event.target.value)}>
      <option value="PARKED">waiting</option><option value="REDRIVEN">redriven</option><option value="DISCARDED">discarded</option><option value="">all</option>
    </select></label>`;
  return html`
    <${Heading} title="Dead letters"><p class="lead">Events that could not be handled are parked here with their cause. The other events continue.</p><span class="spread"></span>${filter}<//>
    <div class="letters-columns">
      <div class="letters-lists">${SERVICES.map(name => html`<${List} key=${name} service=${name} page=${pages[name]} chosen=${service === name ? id : null} status=${status} />`)}</div>
      ${id && SERVICES.includes(service)
        ? html`<${Letter} key=${id} service=${service} id=${id} />`
        : html`<section class="part" aria-label="Letter"><${Empty}>Select a dead letter to view, redrive or discard it.<//></section>`}
    </div>`;
}

/** Counts parked dead letters, in every view. */
export function useLetterCount() {
  useEvery(LOOK_EVERY_MS, async () => {
    const counts = await Promise.all(SERVICES.map(name =>
      answer(name, `/api/dead-letters?status=PARKED&limit=100`).then(page => page.body?.items?.length ?? 0, () => 0)));
    letterCount.set(counts.reduce((sum, count) => sum + count, 0));
  });
  return useStore(letterCount);
}

function List({ service, page, chosen, status }) {
  return html`
    <${Part} service=${service} title=${`Of the ${service} service`}>
      ${!page && html`<${Skeleton} lines=${2} />`}
      ${page?.error && (page.error.isClosed
        ? html`<${Empty}>Dead letters are ${CLOSED}<//>`
        : html`<${Problem} error=${page.error} />`)}
      ${page?.items.length === 0 && !page.error && html`<p class="all-well"><${Icon} name="check" /><span>${status === 'PARKED' ? 'Nothing waits here.' : 'None.'}</span></p>`}
      <ul class="letters">${page?.items.map(letter => html`
        <li key=${letter.id}><a href=${`#/dead-letters/${service}/${letter.id}`} class="letter" aria-current=${letter.id === chosen ? 'true' : undefined} data-letter=${letter.id}>
          <span class="letter-head"><b>${name(letter.type)}</b><span class="tag" data-status=${letter.status}>${letter.status.toLowerCase()}</span></span>
          <span class="letter-cause">${letter.cause}</span>
          <span class="quiet">${date(new Date(letter.parkedAt))}, ${quantity(letter.attempts, 'attempt')}${letter.redrives > 0 ? `, redriven ${letter.redrives}×` : ''}</span>
        </a></li>`)}</ul>
      ${page?.next && html`<p class="quiet">Only the newest are shown.</p>`}
    <//>`;
}

/** dev.orderflow.inventory.reserved.v1 → inventory reserved. */
const name = type => type ? type.replace(/^dev\.orderflow\./, '').replace(/\.v\d+$/, '').replaceAll('.', ' ') : 'no event';

function Letter({ service, id }) {
  const [letter, setLetter] = useState(null);
  const [error, setError] = useState(null);
  const [result, setResult] = useState(null);
  const [reason, setReason] = useState('');
  const busy = useRef(false);
  const path = `/api/dead-letters/${id}`;
  const look = () => get(service, path).then(setLetter, failure => failure.isUnreachable || setError(failure));
  useEvery(LOOK_EVERY_MS, look);
  const act = async (work, said) => {
    // Buttons are not disabled, because a disabled button loses the focus.
    if (busy.current) return;
    busy.current = true;
    setError(null);
    setResult(null);
    try {
      const done = await work();
      setResult(done);
      announce(done ? `${said}: ${done.outcome.toLowerCase()}` : said);
    } catch (failure) {
      setError(failure);
    }
    await look();
    busy.current = false;
  };
  const redrive = dryRun => act(() => post(service, `${path}/redrive?dryRun=${dryRun}`, undefined, OPERATOR), dryRun ? 'Dry run' : 'Redriven');
  const discard = event => {
    event.preventDefault();
    act(() => remove(service, `${path}?reason=${encodeURIComponent(reason)}`, OPERATOR), 'Discarded');
  };
  return html`
    <${Part} service=${service} title=${`Letter ${shortId(id)}`} class="letter-part">
      <${Problem} error=${error} />
      ${!letter && !error && html`<${Skeleton} lines=${6} />`}
      ${letter && html`
        <p class="letter-cause is-large">${letter.cause}</p>
        ${letter.status === 'PARKED' && html`
          <div class="actions">
            <button type="button" class="button" onClick=${() => redrive(true)}>Dry run</button>
            <button type="button" class="button is-main" onClick=${() => redrive(false)}>Redrive</button>
            <form class="discard" onSubmit=${discard}>
              <label><span class="unseen">Reason for discarding it</span><input name="reason" placeholder="Reason for discarding it" required maxlength="500" value=${reason} onInput=${event => setReason(event.target.value)} autocomplete="off" /></label>
              <button class="button is-danger">Discard</button>
            </form>
          </div>`}
        ${result && html`<${Result} result=${result} />`}
        <${Details} letter=${letter} />`}
    <//>`;
}

const OUTCOME = {
  HANDLED: ['is-good', 'check', run => run ? 'It would be handled now. Nothing was changed.' : 'It was handled.'],
  NO_EFFECT: ['is-warn', 'warn', run => run ? 'It would be handled without effect: its effect exists already or is too late.' : 'It was handled without effect: its effect exists already, or is too late.'],
  FAILED: ['is-bad', 'cross', run => run ? 'It would fail again. Nothing was changed.' : 'It failed again and stays parked.'],
  REFUSED: ['is-warn', 'warn', () => 'It was not attempted.'],
};

function Result({ result: { outcome, dryRun, cause, events, changes } }) {
  const [tone, icon, text] = OUTCOME[outcome];
  return html`
    <div class=${`notice ${tone}`} role="status" data-outcome=${outcome}>
      <${Icon} name=${icon} />
      <div><p><strong>${text(dryRun)}</strong> ${cause}</p>
        ${changes.length > 0 && html`<p class="quiet">Rows: ${changes.map(change => `${change.table} ${['inserted', 'updated', 'deleted'].filter(kind => change[kind]).map(kind => `${change[kind]} ${kind}`).join(', ')}`).join('; ')}.</p>`}
        ${events.length > 0 && html`<p class="quiet">Publishes: ${events.map(event => name(event.type)).join(', ')}.</p>`}
      </div>
    </div>`;
}

function Details({ letter }) {
  return html`
    <dl class="pairs">
      <div><dt>Status</dt><dd><b data-letter-status=${letter.status}>${letter.status}</b></dd></div>
      ${letter.key && html`<div><dt>Order</dt><dd><a class="mono" href=${`#/orders/${encodeURIComponent(letter.key)}`}>${shortId(letter.key)}</a></dd></div>`}
      <div><dt>Event</dt><dd><span>${letter.type ?? 'the record names no type'}</span> <${Id} value=${letter.eventId} label="event id" /></dd></div>
      <div><dt>Came by</dt><dd>${letter.channel}: <span class="mono">${letter.topic}</span>, partition ${letter.partition}, offset ${letter.offset}</dd></div>
      <div><dt>Parked</dt><dd>${date(new Date(letter.parkedAt))} after ${quantity(letter.attempts, 'attempt')}</dd></div>
    </dl>
    <h3>Content</h3>
    <pre class="code" tabindex="0">${pretty(letter.payload)}</pre>
    <details><summary>Headers</summary><dl class="pairs is-wide">${Object.entries(letter.headers ?? {}).map(([header, value]) => html`<div key=${header}><dt class="mono">${header}</dt><dd class="mono">${value}</dd></div>`)}</dl></details>
    <h3>History</h3>
    <ol class="history">${letter.history?.map(action => html`
      <li><time class="quiet" datetime=${action.at}>${date(new Date(action.at))}</time><span><b>${words(action.action)}</b> ${action.outcome === 'PARKED' ? '' : action.outcome.toLowerCase()}${action.operator ? ` by ${action.operator}` : ''}<span class="quiet"> ${action.detail}</span></span></li>`)}</ol>`;
}

function pretty(text) {
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return text ?? 'nothing';
  }
}
