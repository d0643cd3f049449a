// Draws the saga: time runs downwards, each service has a lane, and events cross between lanes.

import { reachable } from './api.js';
import { duration, time } from './format.js';
import { hops, LANES, phases, waiting } from './saga.js';
import { useStore } from './store.js';
import { Id } from './ui.js';
import { html } from './vendor/htm-preact-3.1.1.js';

const COLUMN = { order: 1, inventory: 2, payment: 3 };

export function Saga({ known }) {
  const all = hops(known);
  const next = waiting(known);
  const away = useStore(reachable);
  return html`
    <div class="saga" data-settled=${next ? 'no' : 'yes'}>
      <${Phases} steps=${known.steps} />
      <div class="lanes" aria-hidden="true">
        ${LANES.map(lane => html`<span class=${`lane ${away[lane] === false ? 'is-away' : ''}`} data-lane=${lane}>${lane}</span>`)}
      </div>
      <ol class="hops" aria-label="Timeline entries, in order">
        ${all.map((hop, i) => html`<${Hop} key=${key(hop)} hop=${hop} before=${all[i - 1]} />`)}
        ${next && html`
          <li class="hop is-next" key="next">
            <span class="hop-time"></span>
            <div class=${`fact in-${next.lane} is-waiting`} data-tone="wait"><span class="unseen">${next.lane}: </span><p>${away[next.lane] === false ? 'cannot be reached: the order waits for it' : `${next.text}…`}</p></div>
          </li>`}
      </ol>
    </div>`;
}

const key = hop => hop.message ? `${hop.message.type} ${hop.message.eventId}` : `${hop.facts[0].lane} ${hop.facts[0].title}`;

function Hop({ hop, before }) {
  return html`
    <li class="hop" data-message=${hop.message?.type}>
      <span class="hop-time"><time datetime=${new Date(hop.at).toISOString()}>${time(new Date(hop.at))}</time>${
        before && html`<span class="hop-since">+${duration(hop.at - before.at)}</span>`}</span>
      ${hop.message && html`<${Message} message=${hop.message} />`}
      ${hop.facts.map(fact => html`
        <div class=${`fact in-${fact.lane}`} data-tone=${fact.tone} key=${fact.lane}>
          <span class="unseen">${fact.lane}: </span>
          <strong>${fact.title}</strong><p>${fact.text}</p>
        </div>`)}
    </li>`;
}

/** An arrow from the middle of one lane to the middle of another. It may end at a third lane in between, too. */
function Message({ message }) {
  const columns = [message.from, ...message.to].map(lane => COLUMN[lane]);
  const first = Math.min(...columns);
  const last = Math.max(...columns);
  const from = COLUMN[message.from];
  const heads = message.to.map(lane => COLUMN[lane]);
  return html`
    <div class=${`message spans-${first}-${last}`} data-from=${message.from}>
      <span class="line" aria-hidden="true">
        ${heads.map(column => html`<i class=${`head ${column < from ? 'to-left' : 'to-right'} ${
          column === first ? 'at-begin' : column === last ? 'at-end' : 'at-middle'}`}></i>`)}
        <i class=${`origin ${from === first ? 'at-begin' : from === last ? 'at-end' : 'at-middle'}`}></i>
      </span>
      <span class="label"><b>${message.type}</b><span class="unseen"> from ${message.from} to ${message.to.join(' and ')}</span>${
        message.eventId && html`<${Id} value=${message.eventId} label="event id" />`}</span>
    </div>`;
}

/** How long each phase took. */
function Phases({ steps }) {
  const parts = phases(steps);
  const all = parts.reduce((sum, part) => sum + part.millis, 0);
  if (parts.length === 0) return null;
  return html`
    <div class="phases" role="img" aria-label=${`It took ${duration(all)}: ${parts.map(part => `${part.name} ${duration(part.millis)}`).join(', ')}`}>
      ${parts.map(part => html`
        <span class="phase" data-lane=${part.lane} style=${{ flexGrow: Math.max(part.millis / (all || 1), 0.18) }}>
          <b>${part.name}</b> ${duration(part.millis)}</span>`)}
    </div>`;
}
