import type { FieldErrors } from '../api/types';
import type { Cart } from '../cart/cart';

const LONGEST_NAME = 100;
const LONGEST_EMAIL = 254;

/** Finds what the shop would refuse anyway, without asking it. The shop's own answer still counts. */
export function validateCustomer(customer: { name: string; email: string }): FieldErrors {
  const errors: FieldErrors = {};
  const name = customer.name.trim();
  const email = customer.email.trim();
  if (name.length === 0) {
    errors['customer.name'] = ['Enter your name.'];
  } else if (name.length > LONGEST_NAME) {
    errors['customer.name'] = [`A name has at most ${LONGEST_NAME} characters.`];
  }

  if (email.length === 0) {
    errors['customer.email'] = ['Enter your e-mail address.'];
  } else if (email.length > LONGEST_EMAIL || !/^[^\s@]+@[^\s@.]+(\.[^\s@.]+)+$/.test(email)) {
    errors['customer.email'] = ['Enter an e-mail address like name@example.org.'];
  }

  return errors;
}

/** The errors that belong to no field of the form: `lines[2].product` is told by the name of the third line. */
export function describeLineErrors(errors: FieldErrors, cart: Cart): string[] {
  return Object.entries(errors)
    .filter(([field]) => !field.startsWith('customer.'))
    .flatMap(([field, messages]) => {
      const line = /^lines\[(\d+)\]/.exec(field);
      const name = line ? cart[Number(line[1])]?.name : undefined;
      return messages.map((x) => (name ? `${name}: ${x}` : x));
    });
}

/** 128 random bits. Not `crypto.randomUUID`, which browsers keep to pages that came over HTTPS. */
export function idempotencyKey(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (x) => x.toString(16).padStart(2, '0')).join('');
}
