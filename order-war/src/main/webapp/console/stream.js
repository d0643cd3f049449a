// Server-sent events over fetch: EventSource gives up for good when it is refused once, cannot say where to go on after that,
// and does not notice a connection that has gone silent.

import { refusal, tellReachable, url } from './api.js';

const FIRST_PAUSE_MS = 500;
const LONGEST_PAUSE_MS = 8_000;

/** The order service says something every 15 s. */
const SILENCE_MS = 40_000;

/** A browser has six connections to a host, for all its tabs: one that nobody has looked at for so long lets go of its own. */
const UNSEEN_MS = 30_000;

/**
 * Follows a stream of the order service until it is told to stop: reconnects for ever, and goes on after the last event it had.
 *
 * @param on {open, event(id, data), state('live' | 'reconnecting' | 'off'), closed(failure)}; open is called whenever events may have
 *   been missed, closed when no route leads to the stream
 * @return stop
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
      // An id that is not known there: the database is another one. Begin anew.
      if (failure.status === 400) lastId = null;
      // Nobody will ever tell of an order that does not exist, nor of any where no route leads to the stream.
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

/** Waits for so long, and for as long as nobody looks. */
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

/** A comment has no data. */
function parse(block) {
  const event = { id: null, data: null };
  for (const line of block.split('\n')) {
    if (line.startsWith('id: ')) event.id = line.slice(4);
    if (line.startsWith('data: ')) event.data = (event.data === null ? '' : event.data + '\n') + line.slice(6);
  }
  return event;
}
