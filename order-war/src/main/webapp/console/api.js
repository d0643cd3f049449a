// The three services and the simulated gateway, as a browser reaches them: requests, their problems, and who can be reached at present.

import { store } from './store.js';

const TIMEOUT_MS = 10_000;

export const SERVICES = ['order', 'inventory', 'payment'];

/** What each service does, for whoever wonders what is missing while it is away. */
export const ROLE = {
  order: 'While it is down, no order can be placed, followed or cancelled.',
  inventory: 'Orders are still accepted; they wait as PENDING until it is back.',
  payment: 'Orders are still accepted and reserved; they wait as RESERVED until it is back.',
  gateway: 'Orders are still accepted and reserved; their payments wait as UNKNOWN until it is back.',
};

const bases = { order: '', inventory: null, payment: null, gateway: null };

/** What is answered for the gateway where none is simulated, which nobody has to be asked for. */
const NO_GATEWAY = { status: 404, body: { type: '/problems/no-simulated-gateway' } };

/** Whether each service answered the last time: true, false, or null while nobody has asked. */
export const reachable = store({ order: null, inventory: null, payment: null, gateway: null });

/** A request that was refused or not answered; its message says what to do. */
export class ApiError extends Error {
  /**
   * @param problem RFC 9457 problem details; null where there was no answer
   */
  constructor(service, status, message, problem = null, retryAfter = null) {
    super(message);
    this.service = service;
    this.status = status;
    this.problem = problem;
    this.retryAfter = retryAfter;
  }

  get isUnreachable() {
    return this.status === 0;
  }

  get isClosed() {
    return isClosed(this.status, this.problem);
  }
}

/** A service says what it did not find, as a problem with a type; a gateway that has no route there does not. */
export const isClosed = (status, body) => status === 404 && !body?.type;

/** Ends a sentence about a part that no route leads to. */
export const CLOSED = 'open to operators only.';

/** Asks the order service where the others are. A gateway without a URL is none. */
export async function findServices() {
  const found = await get('order', '/api/console');
  bases.inventory = found.inventoryUrl;
  bases.payment = found.paymentUrl;
  bases.gateway = found.gatewayUrl;
}

export function url(service, path) {
  return (bases[service] ?? '') + path;
}

export const get = (service, path) => send(service, path);

export const post = (service, path, body, headers) => send(service, path, 'POST', body, headers);

export const put = (service, path, body) => send(service, path, 'PUT', body);

export const remove = (service, path, headers) => send(service, path, 'DELETE', undefined, headers);

/** An answer with any status, for those that mean something: {status, body}. */
export async function answer(service, path) {
  if (bases[service] === null) await findServices();
  if (service === 'gateway' && !bases.gateway) return NO_GATEWAY;
  const response = await request(service, path);
  return { status: response.status, body: await json(response) };
}

async function send(service, path, method = 'GET', body, headers = {}) {
  const response = await request(service, path, {
    method,
    headers: body === undefined ? headers : { 'Content-Type': 'application/json', ...headers },
    body: body === undefined ? undefined : JSON.stringify(body),
  });
  const content = await json(response);
  if (!response.ok) throw refusal(service, response, content);
  return content;
}

async function request(service, path, options = {}) {
  if (bases[service] === null) await findServices();
  try {
    const response = await fetch(url(service, path), {
      cache: 'no-store', credentials: 'omit', signal: AbortSignal.timeout(TIMEOUT_MS), ...options,
    });
    tellReachable(service, true);
    return response;
  } catch (failure) {
    tellReachable(service, false);
    throw new ApiError(service, 0, failure.name === 'TimeoutError'
      ? `The ${service} service has not answered for ${TIMEOUT_MS / 1000} s. Retry when it is healthy again.`
      : `The ${service} service cannot be reached. Is it running? This page retries automatically.`);
  }
}

export function tellReachable(service, isReachable) {
  if (reachable.get()[service] !== isReachable) {
    reachable.set({ ...reachable.get(), [service]: isReachable });
  }
}

async function json(response) {
  const text = await response.text();
  try {
    return text ? JSON.parse(text) : null;
  } catch {
    return null;
  }
}

export function refusal(service, response, problem) {
  const broken = (problem?.errors ?? []).map(error => `${error.field} ${error.message}`).join('; ');
  const detail = problem?.detail
    ?? (isClosed(response.status, problem) ? `This part is ${CLOSED}` : `The ${service} service answered ${response.status}.`);
  const retryAfter = Number(response.headers.get('Retry-After')) || null;
  return new ApiError(service, response.status, broken ? `${detail} ${broken}.` : detail, problem, retryAfter);
}
