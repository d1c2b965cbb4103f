import type { ReactNode } from 'react';

/** A drawing of the product; a product that has none yet gets a pattern of its own, made from its name. */
export function ProductPicture({ slug }: { slug: string }) {
  const hue = hueOf(slug);
  return (
    <svg className="picture" viewBox="0 0 120 90" aria-hidden="true" style={{ background: `hsl(${hue} 38% 88%)` }}>
      <ellipse cx="60" cy="78" rx="34" ry="4" fill={`hsl(${hue} 30% 74%)`} />
      {drawings[slug] ?? <Knot hue={hue} />}
    </svg>
  );
}

const hues: Record<string, number> = {
  'enamel-mug': 205,
  'brass-lantern': 40,
  'manila-rope': 28,
  'canvas-bag': 90,
  'deck-compass': 180,
  'watch-cap': 350,
  'signal-flags': 222,
  'splicing-knife': 150,
};

const drawings: Record<string, ReactNode> = {
  'enamel-mug': (
    <>
      <path d="M76 38c16-3 18 24 0 24" fill="none" stroke="#1f4e79" strokeWidth="5" strokeLinecap="round" />
      <path d="M38 28h40v42c0 5-4 8-9 8H47c-5 0-9-3-9-8z" fill="#fbfaf6" stroke="#1f4e79" strokeWidth="2" />
      <path d="M36 28h44" stroke="#1f4e79" strokeWidth="5" strokeLinecap="round" />
      <path d="M46 38v28" stroke="#dfe5ea" strokeWidth="4" strokeLinecap="round" />
    </>
  ),
  'brass-lantern': (
    <>
      <path d="M44 30C44 8 76 8 76 30" fill="none" stroke="#8a6414" strokeWidth="3" />
      <path d="M50 24h20l4 8H46z" fill="#c8962b" />
      <path d="M48 32h24l3 28H45z" fill="#fff4cf" stroke="#8a6414" strokeWidth="2" />
      <path d="M60 40c7 8 5 14 0 15-5-1-7-7 0-15z" fill="#f08c2a" />
      <path d="M42 60h36l-3 18H45z" fill="#c8962b" />
      <path d="M42 66h36" stroke="#8a6414" strokeWidth="2" />
    </>
  ),
  'manila-rope': (
    <g fill="none">
      <path d="M60 74c20 3 30-2 40-10" stroke="#b98a4b" strokeWidth="8" strokeLinecap="round" />
      <g stroke="#b98a4b" strokeWidth="8">
        <circle cx="60" cy="45" r="30" />
        <circle cx="60" cy="45" r="21" />
        <circle cx="60" cy="45" r="12" />
      </g>
      <g stroke="#94692f" strokeWidth="8" strokeDasharray="1.6 5">
        <circle cx="60" cy="45" r="30" />
        <circle cx="60" cy="45" r="21" />
        <circle cx="60" cy="45" r="12" />
        <path d="M60 74c20 3 30-2 40-10" />
      </g>
      <g stroke="#7d5727" strokeWidth="1.4">
        <circle cx="60" cy="45" r="34" />
        <circle cx="60" cy="45" r="25.5" />
        <circle cx="60" cy="45" r="16.5" />
        <circle cx="60" cy="45" r="8" />
      </g>
    </g>
  ),
  'canvas-bag': (
    <>
      <path d="M42 34h36c6 12 8 30 4 44H38c-4-14-2-32 4-44z" fill="#8d9a5b" />
      <path d="M40 66h40l2 12H38z" fill="#6f7b43" />
      <path d="M42 34c-4-4-4-8 0-12 6 4 30 4 36 0 4 4 4 8 0 12z" fill="#a3af70" />
      <path d="M40 34h40" stroke="#efe6d2" strokeWidth="3" strokeLinecap="round" />
      <path d="M74 34c10 4 14 22 8 34" fill="none" stroke="#efe6d2" strokeWidth="3" strokeLinecap="round" />
    </>
  ),
  'deck-compass': (
    <>
      <rect x="32" y="62" width="56" height="16" rx="3" fill="#a8723d" />
      <circle cx="60" cy="42" r="28" fill="#c8962b" />
      <circle cx="60" cy="42" r="22" fill="#fbfaf6" />
      <path d="M60 22v5M60 57v5M40 42h5M75 42h5" stroke="#16324a" strokeWidth="2" strokeLinecap="round" />
      <path d="M60 26l6 16h-12z" fill="#c23b30" />
      <path d="M60 58l6-16h-12z" fill="#16324a" />
      <circle cx="60" cy="42" r="2.5" fill="#c8962b" />
    </>
  ),
  'watch-cap': (
    <>
      <path d="M34 64C30 10 90 10 86 64z" fill="#b8433f" />
      <g stroke="#8f2f2c" strokeWidth="2" fill="none">
        <path d="M60 25v36M50 27c-4 10-5 22-5 34M70 27c4 10 5 22 5 34M41 36c-2 8-2 16-2 25M79 36c2 8 2 16 2 25" />
      </g>
      <rect x="29" y="58" width="62" height="19" rx="7" fill="#cf5a52" />
      <path d="M38 62v11M46 62v11M54 62v11M62 62v11M70 62v11M78 62v11" stroke="#8f2f2c" strokeWidth="2" strokeLinecap="round" />
    </>
  ),
  'signal-flags': (
    <>
      <path d="M14 20c30 16 62 16 92 0" fill="none" stroke="#6b5a3c" strokeWidth="2" />
      <path d="M24 26l20 5-3 24-20-5z" fill="#fbfaf6" />
      <path d="M34 28.5l10 2.5-3 24-10-2.5z" fill="#1f5fa8" />
      <path d="M50 32h20v24H50z" fill="#c23b30" />
      <path d="M55 38h10v12H55z" fill="#fbfaf6" />
      <path d="M76 31l20-5 3 24-20 5z" fill="#f2c230" />
      <path d="M86 28.5l10-2.5 3 24-10 2.5z" fill="#16324a" />
    </>
  ),
  'splicing-knife': (
    <g transform="rotate(-20 60 50)">
      <path d="M58 44L14 40c2 8 18 14 44 14z" fill="#d5dbe0" stroke="#8895a0" strokeWidth="1.5" />
      <path d="M62 56l44 12-44-4z" fill="#aab4bc" />
      <rect x="52" y="42" width="52" height="15" rx="7" fill="#8a5a34" />
      <circle cx="62" cy="49.5" r="2" fill="#d5dbe0" />
      <circle cx="92" cy="49.5" r="2" fill="#d5dbe0" />
    </g>
  ),
};

function Knot({ hue }: { hue: number }) {
  return (
    <g fill="none" stroke={`hsl(${hue} 45% 42%)`} strokeWidth="7" strokeLinecap="round">
      <path d="M26 52c20-34 48 34 68 0" />
      <path d="M26 38c20 34 48-34 68 0" />
    </g>
  );
}

function hueOf(slug: string): number {
  return hues[slug] ?? [...slug].reduce((hash, x) => (hash * 31 + x.charCodeAt(0)) % 360, 7);
}
