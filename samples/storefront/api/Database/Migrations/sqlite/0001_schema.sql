CREATE TABLE products (
    slug        TEXT    NOT NULL PRIMARY KEY,
    position    INTEGER NOT NULL,
    name        TEXT    NOT NULL,
    summary     TEXT    NOT NULL,
    description TEXT    NOT NULL,
    price_cents INTEGER NOT NULL CHECK (price_cents > 0)
) WITHOUT ROWID;

CREATE TABLE orders (
    id             TEXT    NOT NULL PRIMARY KEY,
    placed_at      TEXT    NOT NULL,
    customer_name  TEXT    NOT NULL,
    customer_email TEXT    NOT NULL,
    total_cents    INTEGER NOT NULL CHECK (total_cents > 0)
);

-- A line keeps the name and the price of the day: an old order does not change when the catalogue does.
CREATE TABLE order_lines (
    order_id         TEXT    NOT NULL REFERENCES orders (id),
    line             INTEGER NOT NULL,
    product          TEXT    NOT NULL REFERENCES products (slug),
    name             TEXT    NOT NULL,
    quantity         INTEGER NOT NULL CHECK (quantity BETWEEN 1 AND 99),
    unit_price_cents INTEGER NOT NULL CHECK (unit_price_cents > 0),
    PRIMARY KEY (order_id, line)
) WITHOUT ROWID;
