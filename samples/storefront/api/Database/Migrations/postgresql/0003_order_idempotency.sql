-- Both columns may be empty: the release before this one goes on writing orders while this one rolls out.
ALTER TABLE orders ADD COLUMN idempotency_key text;
ALTER TABLE orders ADD COLUMN request_digest text;
CREATE UNIQUE INDEX orders_idempotency_key ON orders (idempotency_key);
