import { useState } from 'react';
import type { Product } from '../api/types';
import { useCart } from '../cart/CartProvider';

export function AddToCart({ product }: { product: Product }) {
  const { add } = useCart();
  const [added, setAdded] = useState(0);
  return (
    <div className="add-to-cart">
      <button
        type="button"
        className="button"
        aria-label={`Add to cart: ${product.name}`}
        data-testid={`add-${product.slug}`}
        onClick={() => {
          add(product);
          setAdded((x) => x + 1);
        }}
      >
        Add to cart
      </button>
      <span className="added" role="status">
        {added > 0 && `Added${added > 1 ? ` ×${added}` : ''}`}
      </span>
    </div>
  );
}
