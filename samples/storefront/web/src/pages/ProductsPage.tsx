import { listProducts } from '../api/client';
import { useLoaded } from '../api/useLoaded';
import { AddToCart } from '../components/AddToCart';
import { Failure } from '../components/Failure';
import { Loading } from '../components/Loading';
import { Money } from '../components/Money';
import { Page } from '../components/Page';
import { ProductPicture } from '../components/ProductPicture';
import { Link } from '../router/Router';

export function ProductsPage() {
  const { loaded, retry } = useLoaded(listProducts);
  return (
    <Page title="Products" lead="Plain, sturdy things for small boats.">
      {loaded.state === 'loading' && <Loading what="the products" />}
      {loaded.state === 'failed' && <Failure error={loaded.error} onRetry={retry} />}
      {loaded.state === 'ready' && (
        <ul className="products">
          {loaded.value.map((product) => (
            <li key={product.slug} className="card" data-testid="product">
              <ProductPicture slug={product.slug} />
              <div className="card-body">
                <h2>
                  <Link to={`/products/${product.slug}`}>{product.name}</Link>
                </h2>
                <p>{product.summary}</p>
                <div className="card-foot">
                  <Money cents={product.priceCents} />
                  <AddToCart product={product} />
                </div>
              </div>
            </li>
          ))}
        </ul>
      )}
    </Page>
  );
}
