import type { ApiError } from '../api/client';

export function Failure({ error, onRetry }: { error: ApiError; onRetry: () => void }) {
  return (
    <div className="notice notice-error" role="alert">
      <p>{error.message}</p>
      <button type="button" className="button button-quiet" onClick={onRetry}>
        Try again
      </button>
    </div>
  );
}
