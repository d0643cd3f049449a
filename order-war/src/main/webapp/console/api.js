// Requests to the three services and the simulated gateway, their problem details, and which services are reachable.

import { store } from './store.js';

const TIMEOUT_MS = 10_000;

export const SERVICES = ['order', 'inventory', 'payment'];

/** What is unavailable while a service is down. */
export const ROLE = {
  order: 'While it is down, no order can be placed, followed or cancelled.',
  inventory: 'Orders are still accepted; they wait as PENDING until it is back.',
  payment: 'Orders are still accepted and reserved; they wait as RESERVED until it is back.',
  gateway: 'Orders are still accepted and reserved; their payments wait as UNKNOWN until it is back.',
};

const bases = { order: '', inventory: null, payment: null, gateway: null };

/** The response for requests to the gateway where none is simulated; no request is sent. */
const NO_GATEWAY = { status: 404, body: { type: '/problems/no-simulated-gateway' } };

/** Whether each service responded to the last request: true, false, or null before the first request. */
export const reachable = store({ order: null, inventory: null, payment: null, gateway: null });

/** A request was rejected or got no response. The message says what to do. */
export class ApiError extends Error {
  /**
   * @param problem RFC 9457 problem details; null without a response
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

/** A 404 of a service has problem details with a type; a 404 of a gateway without a route has not. */
export const isClosed = (status, body) => status === 404 && !body?.type;

/** Ends a sentence about a part that is not routed. */
export const CLOSED = 'open to operators only.';

/** Gets the URLs of the other services from the order service. Without a URL, there is no simulated gateway. */
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

/** Returns {status, body} for any status. */
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
      ? `The ${service} service has not responded for ${TIMEOUT_MS / 1000} s. Retry when it is healthy again.`
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
