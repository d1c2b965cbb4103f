import { createContext, useCallback, useContext, useEffect, useMemo, useState } from 'react';
import type { MouseEvent, ReactNode } from 'react';
import { matchRoute } from './routes';
import type { Route } from './routes';

interface Navigation {
  route: Route;
  /** How many times the visitor has moved; 0 for the page that was loaded. */
  moves: number;
  navigate(path: string, options?: { replace?: boolean }): void;
}

const NavigationContext = createContext<Navigation | null>(null);

export function Router({ children }: { children: ReactNode }) {
  const [location, setLocation] = useState({ pathname: window.location.pathname, moves: 0 });

  useEffect(() => {
    const follow = () => setLocation((x) => ({ pathname: window.location.pathname, moves: x.moves + 1 }));
    window.addEventListener('popstate', follow);
    return () => window.removeEventListener('popstate', follow);
  }, []);

  const navigate = useCallback((path: string, options?: { replace?: boolean }) => {
    if (options?.replace) {
      window.history.replaceState(null, '', path);
    } else {
      window.history.pushState(null, '', path);
    }

    window.scrollTo(0, 0);
    setLocation((x) => ({ pathname: window.location.pathname, moves: x.moves + 1 }));
  }, []);

  const navigation = useMemo(
    () => ({ route: matchRoute(location.pathname), moves: location.moves, navigate }),
    [location, navigate],
  );
  return <NavigationContext value={navigation}>{children}</NavigationContext>;
}

export function useNavigation(): Navigation {
  const navigation = useContext(NavigationContext);
  if (navigation === null) {
    throw new Error('useNavigation needs a Router around it.');
  }

  return navigation;
}

interface LinkProps {
  to: string;
  className?: string;
  children: ReactNode;
  'aria-label'?: string;
  'data-testid'?: string;
}

/** A link within the shop. Opening it in a new tab or window stays the browser's business. */
export function Link({ to, children, ...rest }: LinkProps) {
  const { navigate } = useNavigation();
  const follow = (event: MouseEvent) => {
    if (event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey) {
      event.preventDefault();
      navigate(to);
    }
  };
  return (
    <a href={to} onClick={follow} {...rest}>
      {children}
    </a>
  );
}
