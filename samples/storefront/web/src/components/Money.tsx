const euros = new Intl.NumberFormat('en-IE', { style: 'currency', currency: 'EUR' });

/** An amount in cents, as the visitor reads it. */
export function formatCents(cents: number): string {
  return euros.format(cents / 100);
}

export function Money({ cents }: { cents: number }) {
  return <span className="money">{formatCents(cents)}</span>;
}
