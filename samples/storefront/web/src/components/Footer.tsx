/** Says which release of the shop this page came with: it is written into the page when it is published. */
export function Footer() {
  const release = document.querySelector<HTMLMetaElement>('meta[name="release"]')?.content || 'unknown';
  return (
    <footer className="site-footer">
      <div className="wrap">
        <p>Plain, sturdy things for small boats.</p>
        <p>
          Release <code data-testid="release">{release}</code>
        </p>
      </div>
    </footer>
  );
}
