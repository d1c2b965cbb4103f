export type Route =
  | { page: 'products' }
  | { page: 'product'; slug: string }
  | { page: 'cart' }
  | { page: 'checkout' }
  | { page: 'order'; id: string }
  | { page: 'not-found' };

/** Finds the page of a path. A slash at the end makes no difference; anything unknown is the not-found page. */
export function matchRoute(pathname: string): Route {
  const segments = pathname.replace(/\/+$/, '').split('/').slice(1);
  const [first, second] = segments;
  if (first === undefined) {
    return { page: 'products' };
  }

  if (segments.length === 1 && (first === 'cart' || first === 'checkout')) {
    return { page: first };
  }

  const name = segments.length === 2 && second ? decode(second) : undefined;
  if (name !== undefined && first === 'products') {
    return { page: 'product', slug: name };
  }

  if (name !== undefined && first === 'orders') {
    return { page: 'order', id: name };
  }

  return { page: 'not-found' };
}

function decode(segment: string): string | undefined {
  try {
    return decodeURIComponent(segment);
  } catch {
    return undefined; // a stray % is a mistyped address, not a reason to fail
  }
}
