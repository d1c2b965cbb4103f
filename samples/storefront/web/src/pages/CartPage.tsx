import { useCart } from '../cart/CartProvider';
import { MOST_OF_ONE_PRODUCT, totalCents } from '../cart/cart';
import { Money } from '../components/Money';
import { Page } from '../components/Page';
import { ProductPicture } from '../components/ProductPicture';
import { QuantityField } from '../components/QuantityField';
import { Link } from '../router/Router';
import { EmptyCart } from './EmptyCart';

export function CartPage() {
  const { cart, setQuantity, remove } = useCart();
  return (
    <Page title="Cart">
      {cart.length === 0 ? (
        <EmptyCart />
      ) : (
        <>
          <ul className="cart-lines">
            {cart.map((line) => (
              <li key={line.product} data-testid="cart-line">
                <ProductPicture slug={line.product} />
                <div className="cart-name">
                  <Link to={`/products/${line.product}`}>{line.name}</Link>
                  <span>
                    <Money cents={line.priceCents} /> each
                  </span>
                </div>
                <QuantityField
                  label={`Quantity of ${line.name}`}
                  value={line.quantity}
                  most={MOST_OF_ONE_PRODUCT}
                  onChange={(quantity) => setQuantity(line.product, quantity)}
                />
                <Money cents={line.priceCents * line.quantity} />
                <button type="button" className="button button-quiet" aria-label={`Remove ${line.name}`} onClick={() => remove(line.product)}>
                  Remove
                </button>
              </li>
            ))}
          </ul>
          <div className="total" role="status">
            Total <Money cents={totalCents(cart)} />
          </div>
          <p className="actions">
            <Link to="/">Go on shopping</Link>
            <Link to="/checkout" className="button">
              Check out
            </Link>
          </p>
        </>
      )}
    </Page>
  );
}
