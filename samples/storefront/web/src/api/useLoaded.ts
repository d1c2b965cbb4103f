import { useCallback, useEffect, useState } from 'react';
import { ApiError } from './client';

export type Loaded<T> =
  | { state: 'loading' }
  | { state: 'ready'; value: T }
  | { state: 'failed'; error: ApiError };

/** Loads when the page appears and again on `retry`. `load` must be stable (`useCallback`); a page that goes away aborts its request. */
export function useLoaded<T>(load: (signal: AbortSignal) => Promise<T>): { loaded: Loaded<T>; retry: () => void } {
  const [loaded, setLoaded] = useState<Loaded<T>>({ state: 'loading' });
  const [attempt, setAttempt] = useState(0);

  useEffect(() => {
    const controller = new AbortController();
    setLoaded({ state: 'loading' });
    load(controller.signal).then(
      (value) => {
        if (!controller.signal.aborted) {
          setLoaded({ state: 'ready', value });
        }
      },
      (error: unknown) => {
        if (!controller.signal.aborted) {
          setLoaded({
            state: 'failed',
            error: error instanceof ApiError ? error : new ApiError(0, 'Something went wrong. Try again.'),
          });
        }
      },
    );
    return () => controller.abort();
  }, [load, attempt]);

  return { loaded, retry: useCallback(() => setAttempt((x) => x + 1), []) };
}
