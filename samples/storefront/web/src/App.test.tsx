import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { App } from './App';
import { answer, mug, order } from './testing/answers';

const api = vi.fn<typeof fetch>();

beforeEach(() => {
  vi.stubGlobal('fetch', api);
});

afterEach(() => {
  cleanup();
  api.mockReset();
  window.localStorage.clear();
  vi.unstubAllGlobals();
});

function open(path: string) {
  window.history.replaceState(null, '', path);
  return render(<App />);
}

function cartLabel(): string | null {
  return screen.getByTestId('cart-link').getAttribute('aria-label');
}

test('what was put in the cart is there after a reload', async () => {
  api.mockImplementation(() => answer(200, { products: [mug], currency: 'EUR' }));
  const page = open('/');
  fireEvent.click(await screen.findByRole('button', { name: 'Add to cart: Enamel mug' }));
  expect(cartLabel()).toBe('Cart, 1 item');
  page.unmount();

  open('/cart');
  expect(cartLabel()).toBe('Cart, 1 item');
  fireEvent.change(screen.getByLabelText('Quantity of Enamel mug'), { target: { value: '3' } });
  expect(screen.getByText('Total').textContent).toBe('Total €43.50');
  fireEvent.click(screen.getByRole('button', { name: 'Remove Enamel mug' }));
  expect(screen.getByText('Your cart is empty.')).toBeTruthy();
});

test('a quantity that is no quantity leaves the cart as it was', async () => {
  window.localStorage.setItem('storefront.cart', '{"version":1,"lines":[{"product":"enamel-mug","name":"Enamel mug","priceCents":1450,"quantity":2}]}');
  open('/cart');
  for (const value of ['', '0', '1.5', '100', '-1']) {
    fireEvent.change(screen.getByLabelText('Quantity of Enamel mug'), { target: { value } });
    expect(cartLabel()).toBe('Cart, 2 items');
  }
});

test('a shop that does not answer says so, and a retry shows the products', async () => {
  api.mockRejectedValueOnce(new TypeError('failed to fetch')).mockImplementation(() => answer(200, { products: [mug], currency: 'EUR' }));
  open('/');
  expect((await screen.findByRole('alert')).textContent).toContain('The shop cannot be reached.');
  fireEvent.click(screen.getByRole('button', { name: 'Try again' }));
  expect(await screen.findByRole('heading', { name: 'Enamel mug' })).toBeTruthy();
});

test("a proxy's error page is told in the shop's words", async () => {
  api.mockImplementation(() => answer(502, '<h1>Bad gateway</h1>'));
  open('/');
  expect((await screen.findByRole('alert')).textContent).toContain('The shop is not available.');
});

test('an order is loaded by the id in its address', async () => {
  api.mockImplementation(() => answer(200, order));
  open('/orders/x5vqqegdvh2522fs');
  expect(await screen.findByRole('heading', { name: 'Order x5vqqegdvh2522fs' })).toBeTruthy();
  expect(screen.getByTestId('order-lines').textContent).toContain('Enamel mug');
  expect(api.mock.calls[0]![0]).toBe('/api/orders/x5vqqegdvh2522fs');
});

test.each(['/orders/none', '/products/gold-anchor'])('%s, which the shop does not know, is not found', async (path) => {
  api.mockImplementation(() => answer(404, { title: 'Not found', detail: 'The shop has no such thing.' }));
  open(path);
  expect(await screen.findByRole('heading', { name: 'Page not found' })).toBeTruthy();
});

test('a link moves within the page and gives the focus to the new heading', async () => {
  open('/nowhere');
  api.mockImplementation(() => answer(200, { products: [mug], currency: 'EUR' }));
  fireEvent.click(screen.getByRole('link', { name: 'See the products' }));
  expect(window.location.pathname).toBe('/');
  expect(document.activeElement).toBe(screen.getByRole('heading', { name: 'Products' }));
  expect(document.title).toBe('Products · Storefront');
  await screen.findByRole('heading', { name: 'Enamel mug' });
});
