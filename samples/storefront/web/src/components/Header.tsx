import { useCart } from '../cart/CartProvider';
import { itemCount } from '../cart/cart';
import { Link } from '../router/Router';

export function Header() {
  const { cart } = useCart();
  const count = itemCount(cart);
  return (
    <header className="site-header">
      <div className="wrap">
        <Link to="/" className="brand">
          <svg viewBox="0 0 32 32" aria-hidden="true">
            <g fill="none" stroke="currentColor" strokeWidth="2.2" strokeLinecap="round" strokeLinejoin="round">
              <circle cx="16" cy="7" r="3" />
              <path d="M16 10v18M10 14h12M5 19c1 6 5 9 11 9s10-3 11-9M5 19l-2 3M5 19l3 2M27 19l2 3M27 19l-3 2" />
            </g>
          </svg>
          Storefront
        </Link>
        <nav aria-label="Shop">
          <Link to="/">Products</Link>
          <Link to="/cart" className="cart-link" aria-label={`Cart, ${count} ${count === 1 ? 'item' : 'items'}`} data-testid="cart-link">
            Cart
            <span className="badge" aria-hidden="true">
              {count}
            </span>
          </Link>
        </nav>
      </div>
    </header>
  );
}
