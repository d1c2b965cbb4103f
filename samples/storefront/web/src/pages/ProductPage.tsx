import { useCallback } from 'react';
import { findProduct } from '../api/client';
import { useLoaded } from '../api/useLoaded';
import { AddToCart } from '../components/AddToCart';
import { Failure } from '../components/Failure';
import { Loading } from '../components/Loading';
import { Money } from '../components/Money';
import { Page } from '../components/Page';
import { ProductPicture } from '../components/ProductPicture';
import { Link } from '../router/Router';
import { NotFoundPage } from './NotFoundPage';

export function ProductPage({ slug }: { slug: string }) {
  const { loaded, retry } = useLoaded(useCallback((signal: AbortSignal) => findProduct(slug, signal), [slug]));
  if (loaded.state === 'loading') {
    return (
      <div className="wrap page">
        <Loading what="the product" />
      </div>
    );
  }

  if (loaded.state === 'failed') {
    return loaded.error.status === 404 ? (
      <NotFoundPage />
    ) : (
      <Page title="Product">
        <Failure error={loaded.error} onRetry={retry} />
      </Page>
    );
  }

  const product = loaded.value;
  return (
    <Page title={product.name} lead={product.summary}>
      <div className="product">
        <ProductPicture slug={product.slug} />
        <div className="product-text">
          <p>{product.description}</p>
          <p className="price">
            <Money cents={product.priceCents} /> <small>tax included</small>
          </p>
          <AddToCart product={product} />
          <p>
            <Link to="/">All products</Link>
          </p>
        </div>
      </div>
    </Page>
  );
}
