import { useEffect, useRef } from 'react';
import type { ReactNode } from 'react';
import { useNavigation } from '../router/Router';

/** A page of the shop. After a move its heading takes the focus, so that a screen reader says where the visitor is. */
export function Page({ title, lead, children }: { title: string; lead?: string; children?: ReactNode }) {
  const heading = useRef<HTMLHeadingElement>(null);
  const { moves } = useNavigation();

  useEffect(() => {
    document.title = `${title} · Storefront`;
  }, [title]);

  useEffect(() => {
    if (moves > 0) {
      heading.current?.focus({ preventScroll: true });
    }
  }, [moves, title]);

  return (
    <div className="wrap page">
      <h1 ref={heading} tabIndex={-1}>
        {title}
      </h1>
      {lead && <p className="lead">{lead}</p>}
      {children}
    </div>
  );
}
