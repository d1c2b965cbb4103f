CREATE TABLE products (
    slug        text    NOT NULL PRIMARY KEY,
    position    integer NOT NULL,
    name        text    NOT NULL,
    summary     text    NOT NULL,
    description text    NOT NULL,
    price_cents bigint  NOT NULL CHECK (price_cents > 0)
);

CREATE TABLE orders (
    id             text        NOT NULL PRIMARY KEY,
    placed_at      timestamptz NOT NULL,
    customer_name  text        NOT NULL,
    customer_email text        NOT NULL,
    total_cents    bigint      NOT NULL CHECK (total_cents > 0)
);

-- A line keeps the name and the price of the day: an old order does not change when the catalogue does.
CREATE TABLE order_lines (
    order_id         text    NOT NULL REFERENCES orders (id),
    line             integer NOT NULL,
    product          text    NOT NULL REFERENCES products (slug),
    name             text    NOT NULL,
    quantity         integer NOT NULL CHECK (quantity BETWEEN 1 AND 99),
    unit_price_cents bigint  NOT NULL CHECK (unit_price_cents > 0),
    PRIMARY KEY (order_id, line)
);
