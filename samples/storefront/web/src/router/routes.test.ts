import { expect, test } from 'vitest';
import { matchRoute } from './routes';

test.each([
  ['/', { page: 'products' }],
  ['', { page: 'products' }],
  ['/products/enamel-mug', { page: 'product', slug: 'enamel-mug' }],
  ['/products/enamel-mug/', { page: 'product', slug: 'enamel-mug' }],
  ['/products/a%20b', { page: 'product', slug: 'a b' }],
  ['/cart', { page: 'cart' }],
  ['/checkout', { page: 'checkout' }],
  ['/orders/x5vqqegdvh2522fs', { page: 'order', id: 'x5vqqegdvh2522fs' }],
])('%s leads to its page', (path, route) => {
  expect(matchRoute(path)).toEqual(route);
});

test.each(['/nothing', '/products', '/orders', '/orders/a/b', '/cart/x', '//', '//evil.example', '/products/%', '/Cart'])(
  '%s leads to the not-found page or the list, never to an error',
  (path) => {
    expect(['not-found', 'products']).toContain(matchRoute(path).page);
  },
);

test('a stray percent sign is not found', () => {
  expect(matchRoute('/products/%')).toEqual({ page: 'not-found' });
});
