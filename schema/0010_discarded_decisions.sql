-- A draft may be discarded, with a reason; its list stays with it, and another draft may follow.
ALTER TABLE decision ADD COLUMN discarded_because TEXT;
