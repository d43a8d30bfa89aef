-- A reward that the law does not tell, as a person said it for one line of a draft, with the reason and the
-- paper.
ALTER TABLE decision_award ADD COLUMN given BIGINT CHECK (given > 0);
ALTER TABLE decision_award ADD COLUMN given_because TEXT;
ALTER TABLE decision_award ADD COLUMN given_paper TEXT;
