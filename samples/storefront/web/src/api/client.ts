import type { FieldErrors, Order, OrderRequest, Product } from './types';

const TIMEOUT_MS = 15_000;

/** The API refused, or could not be reached. The message is for the visitor. */
export class ApiError extends Error {
  readonly status: number;
  readonly fields: FieldErrors;

  /** @param status the HTTP status; 0 when there was no answer */
  constructor(status: number, message: string, fields: FieldErrors = {}) {
    super(message);
    this.name = 'ApiError';
    this.status = status;
    this.fields = fields;
  }
}

export async function listProducts(signal: AbortSignal): Promise<Product[]> {
  const { products } = await request<{ products: Product[] }>('/api/products', { signal });
  return products;
}

export function findProduct(slug: string, signal: AbortSignal): Promise<Product> {
  return request(`/api/products/${encodeURIComponent(slug)}`, { signal });
}

export function findOrder(id: string, signal: AbortSignal): Promise<Order> {
  return request(`/api/orders/${encodeURIComponent(id)}`, { signal });
}

/** Safe to repeat with the same key: the shop places one order however often it hears of it. */
export function placeOrder(order: OrderRequest, idempotencyKey: string): Promise<Order> {
  return request('/api/orders', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', 'Idempotency-Key': idempotencyKey },
    body: JSON.stringify(order),
  });
}

async function request<T>(path: string, init: RequestInit): Promise<T> {
  const timeout = AbortSignal.timeout(TIMEOUT_MS);
  let response: Response;
  try {
    response = await fetch(path, { ...init, signal: init.signal ? AbortSignal.any([init.signal, timeout]) : timeout });
  } catch (cause) {
    if (init.signal?.aborted) {
      throw cause;
    }

    throw new ApiError(0, 'The shop cannot be reached. Check your connection and try again.');
  }

  const body: unknown = await response.json().catch(() => null);
  if (!response.ok) {
    throw failure(response.status, body);
  }

  if (body === null) {
    throw new ApiError(response.status, 'The shop gave an answer that makes no sense. Try again in a moment.');
  }

  return body as T;
}

/** Reads RFC 9457 problem details; anything else on the way (a proxy's error page) has no more than its status. */
function failure(status: number, body: unknown): ApiError {
  const problem = (typeof body === 'object' && body !== null ? body : {}) as { detail?: unknown; errors?: unknown };
  const detail = typeof problem.detail === 'string' ? problem.detail : 'The shop is not available. Try again in a moment.';
  const fields: FieldErrors = {};
  if (typeof problem.errors === 'object' && problem.errors !== null) {
    for (const [field, messages] of Object.entries(problem.errors)) {
      if (Array.isArray(messages)) {
        fields[field] = messages.filter((x) => typeof x === 'string');
      }
    }
  }

  return new ApiError(status, detail, fields);
}
