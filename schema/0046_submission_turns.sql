-- A dossier may go up for several nominees of one sitting and one award; each keeps its nomination. What
-- came of each stands here: nothing while it is open.
CREATE TABLE submission_nominee (
    commune    TEXT NOT NULL,
    submission TEXT NOT NULL,
    nomination TEXT NOT NULL,
    outcome    TEXT CHECK (outcome IN ('awarded', 'refused', 'taken_out', 'given_up')),
    PRIMARY KEY (commune, submission, nomination),
    FOREIGN KEY (commune, submission) REFERENCES submission (commune, id),
    FOREIGN KEY (commune, nomination) REFERENCES nomination (commune, id)
);
INSERT INTO submission_nominee (commune, submission, nomination, outcome)
    SELECT commune, id, nomination, CASE state WHEN 'awarded' THEN 'awarded' WHEN 'refused' THEN 'refused'
    END FROM submission;

-- A nomination that was refused above may go up again; two dossiers of one at once may not.
DROP INDEX submission_of_nomination;
CREATE UNIQUE INDEX submission_nominee_once ON submission_nominee (commune, nomination)
    WHERE outcome IS NULL OR outcome = 'awarded';

-- Why a draft was given up; it stays to be read.
ALTER TABLE submission ADD COLUMN given_up TEXT;

-- A step that was recorded by mistake is taken back by name, with a reason; it stays to be read.
ALTER TABLE submission_step ADD COLUMN undone_because TEXT;
ALTER TABLE submission_step ADD COLUMN undone_on TEXT;
ALTER TABLE submission_step ADD COLUMN undone_by TEXT;
