-- Both columns may be empty: the release before this one goes on writing orders while this one rolls out.
ALTER TABLE orders ADD COLUMN idempotency_key TEXT;
ALTER TABLE orders ADD COLUMN request_digest TEXT;
CREATE UNIQUE INDEX orders_idempotency_key ON orders (idempotency_key);
