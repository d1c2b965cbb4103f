import { useCallback } from 'react';
import { findOrder } from '../api/client';
import { useLoaded } from '../api/useLoaded';
import { Failure } from '../components/Failure';
import { Loading } from '../components/Loading';
import { Money } from '../components/Money';
import { Page } from '../components/Page';
import { Link } from '../router/Router';
import { NotFoundPage } from './NotFoundPage';

export function OrderPage({ id }: { id: string }) {
  const { loaded, retry } = useLoaded(useCallback((signal: AbortSignal) => findOrder(id, signal), [id]));
  if (loaded.state === 'failed' && loaded.error.status === 404) {
    return <NotFoundPage />;
  }

  if (loaded.state !== 'ready') {
    return (
      <Page title="Your order">
        {loaded.state === 'loading' ? <Loading what="the order" /> : <Failure error={loaded.error} onRetry={retry} />}
      </Page>
    );
  }

  const order = loaded.value;
  return (
    <Page title={`Order ${order.id}`} lead={`Thank you, ${order.customer.name}. Keep this page's address: it leads back to your order.`}>
      <div className="table-scroll">
        <table className="order" data-testid="order-lines">
          <thead>
            <tr>
              <th scope="col">Product</th>
              <th scope="col">Quantity</th>
              <th scope="col">Price</th>
              <th scope="col">Amount</th>
            </tr>
          </thead>
          <tbody>
            {order.lines.map((line) => (
              <tr key={line.product}>
                <th scope="row">{line.name}</th>
                <td>{line.quantity}</td>
                <td>
                  <Money cents={line.unitPriceCents} />
                </td>
                <td>
                  <Money cents={line.totalCents} />
                </td>
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row" colSpan={3}>
                Total
              </th>
              <td data-testid="order-total">
                <Money cents={order.totalCents} />
              </td>
            </tr>
          </tfoot>
        </table>
      </div>
      <p>
        Placed <time dateTime={order.placedAt}>{new Date(order.placedAt).toLocaleString('en-IE', { dateStyle: 'long', timeStyle: 'short' })}</time>.
        A confirmation would go to {order.customer.email}.
      </p>
      <p>
        <Link to="/" className="button">
          Go on shopping
        </Link>
      </p>
    </Page>
  );
}
