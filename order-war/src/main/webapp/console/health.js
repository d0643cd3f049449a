// Polls the health checks of the services, in every view.

import { answer, CLOSED, isClosed, remove, put, ROLE, SERVICES } from './api.js';
import { duration, number, words } from './format.js';
import { store, useEvery, useStore } from './store.js';
import { announce, Empty, Heading, Icon, Part, Problem, Skeleton } from './ui.js';
import { html, useState } from './vendor/htm-preact-3.1.1.js';

const LOOK_EVERY_MS = 4_000;

/** By service: {state: 'unknown' | 'up' | 'down' | 'away' | 'closed', checks}. closed: the ingress does not route health checks. */
export const health = store(Object.fromEntries(SERVICES.map(name => [name, { state: 'unknown', checks: [] }])));

/** Polls all services. Returns a function that stops. */
export function watchHealth() {
  const look = () => document.hidden || SERVICES.forEach(lookAt);
  look();
  const timer = setInterval(look, LOOK_EVERY_MS);
  document.addEventListener('visibilitychange', look);
  return () => {
    clearInterval(timer);
    document.removeEventListener('visibilitychange', look);
  };
}

async function lookAt(service) {
  const found = await ask(service);
  const before = health.get()[service].state;
  health.set({ ...health.get(), [service]: found });
  if (before !== 'unknown' && before !== found.state) announce(`The ${service} service ${SAYS[found.state]}.`);
}

const STATE_OF = { 200: 'up', 404: 'closed' };

const SAYS = { up: 'is well', down: 'says that it is not well', away: 'cannot be reached', closed: 'tells its health to operators only' };

async function ask(service) {
  try {
    const { status, body } = await answer(service, '/health');
    return { state: STATE_OF[status] ?? 'down', checks: body?.checks ?? [] };
  } catch {
    return { state: 'away', checks: health.get()[service].checks };
  }
}

export function Health() {
  const states = useStore(health);
  return html`
    <${Heading} title="Health"><p class="lead">What each service reports at <span class="mono">/health</span>, polled every few seconds.</p><//>
    <div class="health-columns">${SERVICES.map(name => html`<${Service} key=${name} name=${name} ...${states[name]} />`)}</div>
    <${Gateway} />`;
}

function Service({ name, state, checks }) {
  return html`
    <${Part} service=${name} title=${name} class="health-part" actions=${html`<span class="lamp is-large" data-state=${state}><span>${state === 'unknown' ? 'asking' : SAYS[state]}</span></span>`}>
      ${state === 'unknown' && html`<${Skeleton} />`}
      ${state === 'down' && html`<p class="quiet">${ROLE[name]}</p>`}
      <ul class="checks">${sorted(checks).map(check => html`<${Check} key=${check.name} check=${check} />`)}</ul>
    <//>`;
}

const sorted = checks => [...checks].sort((a, b) => a.name.localeCompare(b.name));

function Check({ check }) {
  const told = rows(check.data ?? {});
  return html`
    <li class="check" data-check=${check.name} data-state=${check.status === 'UP' ? 'up' : 'down'}>
      <h3><${Icon} name=${check.status === 'UP' ? 'check' : 'cross'} />${words(check.name)}<span class="unseen"> is ${check.status}</span></h3>
      ${told.length > 0 && html`<dl class="pairs">${told.map(([name, text]) => html`<div key=${name}><dt>${name}</dt><dd>${text}</dd></div>`)}</dl>`}
    </li>`;
}

/** Sorts the data of a check by name, because servers return it in any order. Groups names such as relay.age-s under relay. */
function rows(data) {
  const names = Object.keys(data).sort();
  const owner = name => names.find(other => name.startsWith(`${other}.`));
  return names.filter(name => !owner(name)).map(name => [
    label(name.replace(SECONDS, '')),
    [shown(name, data[name]), ...names.filter(part => owner(part) === name).map(part => detail(part.slice(name.length + 1), data[part]))].join(', '),
  ]);
}

const SECONDS = /-s$/;

/** The names of some checks are whole sentences. */
const label = name => name.includes(' ') ? name : words(name);

const detail = (name, value) => name === 'age-s' ? `${shown(name, value)} ago` : `${words(name)} ${shown(name, value)}`;

const shown = (name, value) => SECONDS.test(name) ? value < 60 ? `${value} s` : duration(1000 * value) : typeof value === 'number' ? number(value) : String(value ?? '–');

/** The possible statuses of the switches: 200 with a simulated gateway; 404 without one, or if it is not routed. */
const TELLING = [200, 404];

const SWITCHES = [
  [null, 'Tokens decide'],
  ['DECLINE', 'Decline everything'],
  ['SLOW', 'Answer slowly'],
  ['TIMEOUT_CHARGED', 'Charge, then time out'],
  ['DOWN', 'Be down'],
];

/** Switches faults of the simulated gateway on and off. */
function Gateway() {
  const [{ status, body: switches }, setFound] = useState({ status: null, body: null });
  const [error, setError] = useState(null);
  const look = async () => {
    const found = await answer('gateway', '/api/gateway/switches').catch(() => null);
    if (TELLING.includes(found?.status)) setFound(found);
  };
  useEvery(LOOK_EVERY_MS, look);
  const turn = async scenario => {
    setError(null);
    try {
      await (scenario === null ? remove('gateway', '/api/gateway/switches') : put('gateway', '/api/gateway/switches', { scenario }));
      announce('The switches of the gateway are set.');
    } catch (failure) {
      setError(failure);
    }
    await look();
  };
  return html`
    <${Part} service="gateway" title="Simulated gateway" class="gateway">
      <${Problem} error=${error} />
      ${status === null && html`<${Skeleton} lines=${1} />`}
      ${status === 404 && html`<${Empty}>${isClosed(status, switches) ? `The switches are ${CLOSED}` : 'There is no simulated gateway here.'}<//>`}
      ${status === 200 && html`
        <p class="quiet">Break the gateway, place orders and watch them wait. Then repair it and watch them continue.</p>
        <div class="switches" role="group" aria-label="How the gateway behaves">${SWITCHES.map(([scenario, title]) => html`
          <button type="button" class="button" key=${title} aria-pressed=${(switches.scenario ?? null) === scenario} onClick=${() => turn(scenario)}>${title}</button>`)}
        </div>
        ${switches.scenario && html`<p class="quiet">Now ${words(switches.scenario)}, for ${switches.percent === 100 ? 'all charges' : `${switches.percent}% of the charges`}.</p>`}`}
    <//>`;
}
