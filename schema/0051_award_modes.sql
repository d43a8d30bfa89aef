-- A round of commendation outside a movement (công trạng of a year, a sudden deed …) is kept as a movement
-- is: with its paper, its days, its awards and who is proposed. `mode` is the code of its type of
-- commendation; a movement proper has none, its type is what the law calls that of movements.
ALTER TABLE movement ADD COLUMN mode TEXT;

-- The type of commendation of an award that was given elsewhere, where its paper tells it.
ALTER TABLE honour ADD COLUMN mode TEXT;

-- By the simplified procedure the chairman agrees without a sitting: when, and who.
ALTER TABLE nomination ADD COLUMN agreed_on TEXT;
ALTER TABLE nomination ADD COLUMN agreed_by TEXT;
