// A value that components subscribe to.

import { useEffect, useReducer } from './vendor/htm-preact-3.1.1.js';

export function store(initial) {
  let value = initial;
  const watchers = new Set();
  return {
    get: () => value,
    set(next) {
      if (next !== value) {
        value = next;
        for (const watcher of [...watchers]) watcher();
      }
    },
    watch(watcher) {
      watchers.add(watcher);
      return () => watchers.delete(watcher);
    },
  };
}

/** Returns the store's value, and renders the component again when it changes. */
export function useStore(source) {
  const [, redraw] = useReducer(count => count + 1, 0);
  const drawn = source.get();
  useEffect(() => {
    // The value may have changed since rendering.
    if (source.get() !== drawn) redraw();
    return source.watch(redraw);
  }, [source]);
  return drawn;
}

/** Calls back immediately and then at the interval, while the component is mounted and the page is visible. */
export function useEvery(millis, callback, dependencies = []) {
  useEffect(() => {
    let timer;
    let ended = false;
    const turn = async () => {
      clearTimeout(timer);
      if (!document.hidden) await callback();
      if (!ended) timer = setTimeout(turn, millis);
    };
    const seen = () => document.hidden || turn();
    turn();
    document.addEventListener('visibilitychange', seen);
    return () => {
      ended = true;
      clearTimeout(timer);
      document.removeEventListener('visibilitychange', seen);
    };
  }, dependencies);
}
