/** All amounts are in cents of the shop's currency. */
export interface Product {
  slug: string;
  name: string;
  summary: string;
  description: string;
  priceCents: number;
}

export interface OrderLine {
  product: string;
  name: string;
  quantity: number;
  unitPriceCents: number;
  totalCents: number;
}

export interface Order {
  id: string;
  placedAt: string;
  customer: { name: string; email: string };
  lines: OrderLine[];
  totalCents: number;
  currency: string;
}

export interface OrderRequest {
  customer: { name: string; email: string };
  lines: { product: string; quantity: number }[];
}

/** Messages by the path of the field in the request, like `lines[0].quantity`. */
export type FieldErrors = Record<string, string[]>;
