import { useRef, useState } from 'react';
import type { FormEvent } from 'react';
import { ApiError, placeOrder } from '../api/client';
import type { FieldErrors } from '../api/types';
import { useCart } from '../cart/CartProvider';
import { totalCents } from '../cart/cart';
import { Field } from '../components/Field';
import { formatCents } from '../components/Money';
import { Page } from '../components/Page';
import { useNavigation } from '../router/Router';
import { describeLineErrors, idempotencyKey, validateCustomer } from './checkout';
import { EmptyCart } from './EmptyCart';

export function CheckoutPage() {
  const { cart, clear } = useCart();
  const { navigate } = useNavigation();
  const [customer, setCustomer] = useState({ name: '', email: '' });
  const [errors, setErrors] = useState<FieldErrors>({});
  const [failure, setFailure] = useState<string | null>(null);
  const [sending, setSending] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const attempt = useRef({ body: '', key: '' });

  const showErrors = (found: FieldErrors) => {
    setErrors(found);
    const first = ['name', 'email'].find((x) => found[`customer.${x}`]);
    if (first) {
      form.current?.querySelector<HTMLInputElement>(`[name="${first}"]`)?.focus();
    }
  };

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (sending) {
      return;
    }

    setFailure(null);
    const invalid = validateCustomer(customer);
    if (Object.keys(invalid).length > 0) {
      showErrors(invalid);
      return;
    }

    const order = {
      customer: { name: customer.name.trim(), email: customer.email.trim() },
      lines: cart.map(({ product, quantity }) => ({ product, quantity })),
    };

    // A repeated try of the same order keeps its key, so that an answer that was lost does not become a second order.
    const body = JSON.stringify(order);
    if (attempt.current.body !== body) {
      attempt.current = { body, key: idempotencyKey() };
    }

    setErrors({});
    setSending(true);
    try {
      const placed = await placeOrder(order, attempt.current.key);
      navigate(`/orders/${placed.id}`, { replace: true });
      clear();
    } catch (error) {
      setFailure(error instanceof ApiError ? error.message : 'Something went wrong. Try again.');
      showErrors(error instanceof ApiError ? error.fields : {});
      setSending(false);
    }
  };

  if (cart.length === 0) {
    return (
      <Page title="Checkout">
        <EmptyCart />
      </Page>
    );
  }

  const lineErrors = describeLineErrors(errors, cart);
  return (
    <Page title="Checkout">
      <form ref={form} className="checkout" onSubmit={submit} noValidate>
        <div aria-live="assertive">
          {(failure !== null || lineErrors.length > 0) && (
            <div className="notice notice-error" data-testid="checkout-error">
              <p>{failure}</p>
              {lineErrors.length > 0 && (
                <ul>
                  {lineErrors.map((x) => (
                    <li key={x}>{x}</li>
                  ))}
                </ul>
              )}
            </div>
          )}
        </div>
        <Field
          name="name"
          label="Name"
          autoComplete="name"
          value={customer.name}
          errors={errors['customer.name']}
          onChange={(name) => setCustomer({ ...customer, name })}
        />
        <Field
          name="email"
          label="E-mail"
          type="email"
          autoComplete="email"
          value={customer.email}
          errors={errors['customer.email']}
          onChange={(email) => setCustomer({ ...customer, email })}
        />
        <section className="summary" aria-label="Your order">
          <ul>
            {cart.map((line) => (
              <li key={line.product}>
                <span>
                  {line.quantity} × {line.name}
                </span>
                <span>{formatCents(line.quantity * line.priceCents)}</span>
              </li>
            ))}
            <li className="summary-total">
              <span>Total</span>
              <span>{formatCents(totalCents(cart))}</span>
            </li>
          </ul>
        </section>
        <button type="submit" className="button button-wide" aria-disabled={sending} data-testid="place-order">
          {sending ? 'Placing the order…' : 'Place order'}
        </button>
        <p className="fine-print">This is a sample shop: nothing is charged and nothing is sent.</p>
      </form>
    </Page>
  );
}
