import type { Product } from '../api/types';

export const MOST_OF_ONE_PRODUCT = 99;
export const MOST_LINES = 50;

/** What the visitor saw when adding: the shop has the last word on the price when the order is placed. */
export interface CartLine {
  product: string;
  name: string;
  priceCents: number;
  quantity: number;
}

export type Cart = readonly CartLine[];

export const EMPTY: Cart = [];

/** Adds to the line of the product, or a new line. Past the limits of the shop the cart stays as it is. */
export function add(cart: Cart, product: Pick<Product, 'slug' | 'name' | 'priceCents'>, quantity = 1): Cart {
  const line = cart.find((x) => x.product === product.slug);
  if (line) {
    return cart.map((x) =>
      x === line ? { ...x, name: product.name, priceCents: product.priceCents, quantity: limited(x.quantity + quantity) } : x,
    );
  }

  return cart.length >= MOST_LINES
    ? cart
    : [...cart, { product: product.slug, name: product.name, priceCents: product.priceCents, quantity: limited(quantity) }];
}

/** Sets the quantity of a line; none or less takes the line out. */
export function setQuantity(cart: Cart, product: string, quantity: number): Cart {
  return quantity >= 1
    ? cart.map((x) => (x.product === product ? { ...x, quantity: limited(quantity) } : x))
    : remove(cart, product);
}

export function remove(cart: Cart, product: string): Cart {
  return cart.filter((x) => x.product !== product);
}

export function totalCents(cart: Cart): number {
  return cart.reduce((sum, x) => sum + x.priceCents * x.quantity, 0);
}

export function itemCount(cart: Cart): number {
  return cart.reduce((sum, x) => sum + x.quantity, 0);
}

export function serialize(cart: Cart): string {
  return JSON.stringify({ version: 1, lines: cart });
}

/** What storage holds may come from another release or from anybody: whatever is not a sound line is dropped. */
export function parse(text: string | null): Cart {
  let stored: unknown;
  try {
    stored = JSON.parse(text ?? '');
  } catch {
    return EMPTY;
  }

  const lines = (stored as { version?: unknown; lines?: unknown } | null)?.lines;
  if ((stored as { version?: unknown } | null)?.version !== 1 || !Array.isArray(lines)) {
    return EMPTY;
  }

  const seen = new Set<string>();
  return lines
    .filter((x: unknown): x is CartLine => isLine(x) && !seen.has(x.product) && seen.add(x.product) !== undefined)
    .map(({ product, name, priceCents, quantity }) => ({ product, name, priceCents, quantity }))
    .slice(0, MOST_LINES);
}

function isLine(value: unknown): value is CartLine {
  const line = value as Partial<CartLine> | null;
  return (
    typeof line === 'object' && line !== null &&
    typeof line.product === 'string' && line.product.length > 0 &&
    typeof line.name === 'string' &&
    Number.isSafeInteger(line.priceCents) && line.priceCents! > 0 &&
    Number.isSafeInteger(line.quantity) && line.quantity! >= 1 && line.quantity! <= MOST_OF_ONE_PRODUCT
  );
}

function limited(quantity: number): number {
  return Math.min(MOST_OF_ONE_PRODUCT, Math.max(1, Math.trunc(quantity)));
}
