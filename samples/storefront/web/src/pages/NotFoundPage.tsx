import { Page } from '../components/Page';
import { Link } from '../router/Router';

export function NotFoundPage() {
  return (
    <Page title="Page not found" lead="The shop has nothing at this address.">
      <p>
        <Link to="/" className="button">
          See the products
        </Link>
      </p>
    </Page>
  );
}
