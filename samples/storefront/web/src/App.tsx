import { CartProvider } from './cart/CartProvider';
import { Footer } from './components/Footer';
import { Header } from './components/Header';
import { CartPage } from './pages/CartPage';
import { CheckoutPage } from './pages/CheckoutPage';
import { NotFoundPage } from './pages/NotFoundPage';
import { OrderPage } from './pages/OrderPage';
import { ProductPage } from './pages/ProductPage';
import { ProductsPage } from './pages/ProductsPage';
import { Router, useNavigation } from './router/Router';

export function App() {
  return (
    <Router>
      <CartProvider>
        <a className="skip-link" href="#main">
          Skip to the content
        </a>
        <Header />
        <main id="main">
          <CurrentPage />
        </main>
        <Footer />
      </CartProvider>
    </Router>
  );
}

function CurrentPage() {
  const { route } = useNavigation();
  switch (route.page) {
    case 'products':
      return <ProductsPage />;
    case 'product':
      return <ProductPage key={route.slug} slug={route.slug} />;
    case 'cart':
      return <CartPage />;
    case 'checkout':
      return <CheckoutPage />;
    case 'order':
      return <OrderPage key={route.id} id={route.id} />;
    case 'not-found':
      return <NotFoundPage />;
  }
}
