import { expect, test } from 'vitest';
import { EMPTY, MOST_LINES, add, itemCount, parse, remove, serialize, setQuantity, totalCents } from './cart';

const mug = { slug: 'enamel-mug', name: 'Enamel mug', priceCents: 1450 };
const lantern = { slug: 'brass-lantern', name: 'Brass lantern', priceCents: 8900 };

test('adding a product twice makes one line of two', () => {
  const cart = add(add(EMPTY, mug), mug);
  expect(cart).toEqual([{ product: 'enamel-mug', name: 'Enamel mug', priceCents: 1450, quantity: 2 }]);
});

test('the total is the sum over the lines, in cents', () => {
  const cart = add(add(EMPTY, mug, 3), lantern);
  expect(totalCents(cart)).toBe(3 * 1450 + 8900);
  expect(itemCount(cart)).toBe(4);
  expect(totalCents(EMPTY)).toBe(0);
});

test('adding takes the price of today for the whole line', () => {
  const cart = add(add(EMPTY, mug), { ...mug, priceCents: 1500 });
  expect(totalCents(cart)).toBe(3000);
});

test('no line holds more than the shop sells at once', () => {
  expect(add(add(EMPTY, mug, 98), mug, 5)[0]!.quantity).toBe(99);
  expect(setQuantity(add(EMPTY, mug), 'enamel-mug', 1000)[0]!.quantity).toBe(99);
});

test('a cart has no more lines than an order', () => {
  let cart = EMPTY;
  for (let i = 0; i < MOST_LINES + 3; i++) {
    cart = add(cart, { slug: `p${i}`, name: `P ${i}`, priceCents: 1 });
  }
  expect(cart).toHaveLength(MOST_LINES);
});

test('a quantity of none takes the line out', () => {
  const cart = add(add(EMPTY, mug), lantern);
  expect(setQuantity(cart, 'enamel-mug', 0)).toEqual(remove(cart, 'enamel-mug'));
  expect(remove(cart, 'enamel-mug').map((x) => x.product)).toEqual(['brass-lantern']);
});

test('operations leave the cart they were given alone', () => {
  const cart = add(EMPTY, mug);
  setQuantity(cart, 'enamel-mug', 5);
  add(cart, mug);
  expect(cart[0]!.quantity).toBe(1);
});

test('a cart survives storage', () => {
  const cart = add(add(EMPTY, mug, 2), lantern);
  expect(parse(serialize(cart))).toEqual(cart);
});

test.each([null, '', 'nonsense', 'null', '42', '[]', '{"version":2,"lines":[]}', '{"version":1,"lines":{}}'])(
  'storage that holds %j is an empty cart',
  (text) => {
    expect(parse(text)).toEqual([]);
  },
);

test('unsound lines in storage are dropped and sound ones are kept', () => {
  const good = { product: 'enamel-mug', name: 'Enamel mug', priceCents: 1450, quantity: 2 };
  const bad = [null, 7, { ...good, quantity: 0 }, { ...good, quantity: 1.5 }, { ...good, quantity: 100 }, { ...good, priceCents: -1 }, { ...good, product: '' }];
  expect(parse(JSON.stringify({ version: 1, lines: [...bad, good, good] }))).toEqual([good]);
});
