// A value that components watch.

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

/** The store's value; the component is drawn again when it changes. */
export function useStore(source) {
  const [, redraw] = useReducer(count => count + 1, 0);
  const drawn = source.get();
  useEffect(() => {
    // It may have changed since it was drawn.
    if (source.get() !== drawn) redraw();
    return source.watch(redraw);
  }, [source]);
  return drawn;
}

/** Calls back every so many milliseconds while the component is shown and somebody can see it; the first time at once. */
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
