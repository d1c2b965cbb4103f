import { Link } from '../router/Router';

export function EmptyCart() {
  return (
    <div className="notice">
      <p>Your cart is empty.</p>
      <Link to="/" className="button">
        See the products
      </Link>
    </div>
  );
}
