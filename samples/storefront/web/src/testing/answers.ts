import type { Order, Product } from '../api/types';

export const mug: Product = { slug: 'enamel-mug', name: 'Enamel mug', summary: 'Chips.', description: 'Steel.', priceCents: 1450 };

export const order: Order = {
  id: 'x5vqqegdvh2522fs',
  placedAt: '2026-01-02T03:04:05.678+00:00',
  customer: { name: 'Ada', email: 'ada@example.org' },
  lines: [{ product: 'enamel-mug', name: 'Enamel mug', quantity: 1, unitPriceCents: 1450, totalCents: 1450 }],
  totalCents: 1450,
  currency: 'EUR',
};

/** What `fetch` gives for an answer of the API. A string is sent as it is, anything else as JSON. */
export function answer(status: number, body: unknown): Promise<Response> {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  return Promise.resolve(new Response(text, { status, headers: { 'Content-Type': 'application/json' } }));
}
