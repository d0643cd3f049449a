// Server-sent events over fetch. EventSource stops permanently after one error response, cannot resume after that,
// and does not detect a silent connection.

import { refusal, tellReachable, url } from './api.js';

const FIRST_PAUSE_MS = 500;
const LONGEST_PAUSE_MS = 8_000;

/** The order service sends a comment every 15 s. */
const SILENCE_MS = 40_000;

/** A tab that is hidden for this long closes its connection, because all tabs share six connections per host. */
const UNSEEN_MS = 30_000;

/**
 * Follows a stream of the order service until it is stopped. Reconnects, and resumes after the last event.
 *
 * @param on {open, event(id, data), state('live' | 'reconnecting' | 'off'), closed(failure)}; open is called when events may have been
 *   missed, closed when the stream is not routed
 * @return a function that stops
 */
export function follow(path, on) {
  const stopped = new AbortController();
  run(path, on, stopped.signal);
  return () => stopped.abort();
}

async function run(path, on, stopped) {
  let lastId = null;
  let pause = FIRST_PAUSE_MS;
  while (!stopped.aborted) {
    try {
      const resumed = lastId !== null;
      for await (const event of connect(path, lastId, stopped, () => {
        on.state?.('live');
        if (!resumed) on.open?.();
      })) {
        pause = FIRST_PAUSE_MS;
        if (event.data !== null) {
          lastId = event.id;
          on.event(Number(event.id), JSON.parse(event.data));
        }
      }
    } catch (failure) {
      if (stopped.aborted) return;
      // The server does not know the last event id, because its database was replaced. Start again.
      if (failure.status === 400) lastId = null;
      // The order does not exist, or the stream is not routed. A retry would not help.
      if (failure.status === 404) {
        on.state?.('off');
        if (failure.isClosed) on.closed?.(failure);
        return;
      }
    }
    on.state?.('reconnecting');
    await seen(stopped, pause);
    pause = Math.min(pause * 2, LONGEST_PAUSE_MS);
  }
}

/** Waits for the delay, and until the page is visible. */
async function seen(stopped, millis) {
  await new Promise(resolve => setTimeout(resolve, millis * (0.75 + Math.random() / 2)));
  while (document.hidden && !stopped.aborted) {
    await new Promise(resolve => document.addEventListener('visibilitychange', resolve, { once: true }));
  }
}

async function* connect(path, lastId, stopped, opened) {
  const connection = new AbortController();
  const end = () => connection.abort();
  let unseen;
  const look = () => {
    clearTimeout(unseen);
    if (document.hidden) unseen = setTimeout(end, UNSEEN_MS);
  };
  stopped.addEventListener('abort', end);
  document.addEventListener('visibilitychange', look);
  let silence = setTimeout(end, SILENCE_MS);
  try {
    const response = await open(path, lastId, connection.signal);
    opened();
    const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
    let text = '';
    for (let chunk = await reader.read(); !chunk.done; chunk = await reader.read()) {
      clearTimeout(silence);
      silence = setTimeout(end, SILENCE_MS);
      const events = (text + chunk.value).split('\n\n');
      text = events.pop();
      yield* events.map(parse);
    }
  } finally {
    clearTimeout(silence);
    clearTimeout(unseen);
    stopped.removeEventListener('abort', end);
    document.removeEventListener('visibilitychange', look);
    connection.abort();
  }
}

async function open(path, lastId, signal) {
  let response;
  try {
    response = await fetch(url('order', path), {
      cache: 'no-store', signal,
      headers: { Accept: 'text/event-stream', ...(lastId === null ? {} : { 'Last-Event-ID': lastId }) },
    });
  } catch (failure) {
    if (!signal.aborted) tellReachable('order', false);
    throw failure;
  }
  tellReachable('order', true);
  if (!response.ok) throw refusal('order', response, await response.json().catch(() => null));
  return response;
}

/** Comments have no data. */
function parse(block) {
  const event = { id: null, data: null };
  for (const line of block.split('\n')) {
    if (line.startsWith('id: ')) event.id = line.slice(4);
    if (line.startsWith('data: ')) event.data = (event.data === null ? '' : event.data + '\n') + line.slice(6);
  }
  return event;
}
