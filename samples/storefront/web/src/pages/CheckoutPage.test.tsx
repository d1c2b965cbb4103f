import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { App } from '../App';
import { add, serialize } from '../cart/cart';
import { answer, mug, order } from '../testing/answers';

const api = vi.fn<typeof fetch>();

beforeEach(() => {
  vi.stubGlobal('fetch', api);
  window.localStorage.setItem('storefront.cart', serialize(add([], mug)));
  window.history.replaceState(null, '', '/checkout');
});

afterEach(() => {
  cleanup();
  api.mockReset();
  window.localStorage.clear();
  vi.unstubAllGlobals();
});

function fillIn(name: string, email: string) {
  render(<App />);
  fireEvent.change(screen.getByLabelText('Name'), { target: { value: name } });
  fireEvent.change(screen.getByLabelText('E-mail'), { target: { value: email } });
}

function submit() {
  fireEvent.click(screen.getByRole('button', { name: 'Place order' }));
}

function keyOf(call: number): string | null {
  return new Headers(api.mock.calls[call]![1]!.headers).get('Idempotency-Key');
}

test('an empty form names each field and asks nobody', () => {
  render(<App />);
  submit();
  expect(screen.getByText('Enter your name.')).toBeTruthy();
  expect(screen.getByText('Enter your e-mail address.')).toBeTruthy();
  expect(screen.getByLabelText('Name').getAttribute('aria-invalid')).toBe('true');
  expect(document.activeElement).toBe(screen.getByLabelText('Name'));
  expect(api).not.toHaveBeenCalled();
});

test('errors of the shop stand at their fields, and those of a line name its product', async () => {
  api.mockReturnValueOnce(
    answer(400, {
      title: 'Invalid request',
      detail: 'The request has fields that must be corrected.',
      errors: { 'customer.email': ['Not that one.'], 'lines[0].product': ['The shop has no such product.'] },
    }),
  );
  fillIn('Ada', 'ada@example.org');
  submit();
  expect(await screen.findByText('Not that one.')).toBeTruthy();
  expect(screen.getByText('Enamel mug: The shop has no such product.')).toBeTruthy();
  expect(screen.getByTestId('checkout-error').textContent).toContain('must be corrected');
  const email = screen.getByLabelText('E-mail');
  expect(document.getElementById(email.getAttribute('aria-describedby')!)!.textContent).toBe('Not that one.');
});

test('a try that got no answer is repeated under the same key', async () => {
  api.mockRejectedValueOnce(new TypeError('failed to fetch')).mockImplementation(() => answer(201, order));
  fillIn('Ada', 'ada@example.org');
  submit();
  expect((await screen.findByTestId('checkout-error')).textContent).toContain('cannot be reached');
  submit();
  await screen.findByRole('heading', { name: 'Order x5vqqegdvh2522fs' });
  expect(keyOf(0)).toMatch(/^[0-9a-f]{32}$/);
  expect(keyOf(1)).toBe(keyOf(0));
});

test('another order after a refusal goes under another key', async () => {
  api.mockImplementation(() => answer(503, '<html>'));
  fillIn('Ada', 'ada@example.org');
  submit();
  await screen.findByTestId('checkout-error');
  fireEvent.change(screen.getByLabelText('Name'), { target: { value: 'Grace' } });
  submit();
  await waitFor(() => expect(api).toHaveBeenCalledTimes(2));
  expect(keyOf(1)).not.toBe(keyOf(0));
});

test('a placed order empties the cart and leads to the order', async () => {
  api.mockImplementation(() => answer(201, order));
  fillIn(' Ada ', 'ada@example.org');
  submit();
  await screen.findByRole('heading', { name: 'Order x5vqqegdvh2522fs' });
  expect(window.location.pathname).toBe('/orders/x5vqqegdvh2522fs');
  expect(screen.getByTestId('cart-link').getAttribute('aria-label')).toBe('Cart, 0 items');
  expect(screen.getByTestId('order-total').textContent).toBe('€14.50');
  expect(JSON.parse(String(api.mock.calls[0]![1]!.body))).toEqual({
    customer: { name: 'Ada', email: 'ada@example.org' },
    lines: [{ product: 'enamel-mug', quantity: 1 }],
  });
});
