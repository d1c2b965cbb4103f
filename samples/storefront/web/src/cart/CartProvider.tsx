import { createContext, useContext, useEffect, useMemo, useState } from 'react';
import type { ReactNode } from 'react';
import type { Product } from '../api/types';
import * as operations from './cart';
import type { Cart } from './cart';

const STORAGE_KEY = 'storefront.cart';

interface CartAccess {
  cart: Cart;
  add(product: Product): void;
  setQuantity(product: string, quantity: number): void;
  remove(product: string): void;
  clear(): void;
}

const CartContext = createContext<CartAccess | null>(null);

/** Holds the cart, keeps it across reloads and follows what other tabs do to it. */
export function CartProvider({ children }: { children: ReactNode }) {
  const [cart, setCart] = useState<Cart>(() => operations.parse(read()));

  useEffect(() => {
    const follow = (event: StorageEvent) => {
      if (event.key === STORAGE_KEY || event.key === null) {
        setCart(operations.parse(event.newValue));
      }
    };
    window.addEventListener('storage', follow);
    return () => window.removeEventListener('storage', follow);
  }, []);

  useEffect(() => write(operations.serialize(cart)), [cart]);

  const access = useMemo<CartAccess>(
    () => ({
      cart,
      add: (product) => setCart((x) => operations.add(x, product)),
      setQuantity: (product, quantity) => setCart((x) => operations.setQuantity(x, product, quantity)),
      remove: (product) => setCart((x) => operations.remove(x, product)),
      clear: () => setCart(operations.EMPTY),
    }),
    [cart],
  );
  return <CartContext value={access}>{children}</CartContext>;
}

export function useCart(): CartAccess {
  const access = useContext(CartContext);
  if (access === null) {
    throw new Error('useCart needs a CartProvider around it.');
  }

  return access;
}

// A browser may forbid storage (private windows, policies): then the cart lives as long as the page.
function read(): string | null {
  try {
    return window.localStorage.getItem(STORAGE_KEY);
  } catch {
    return null;
  }
}

function write(text: string): void {
  try {
    if (window.localStorage.getItem(STORAGE_KEY) !== text) {
      window.localStorage.setItem(STORAGE_KEY, text);
    }
  } catch {
    // see read
  }
}
