-- By which rule of the law a dossier was counted, where the law of the day set one for its award; all
-- others were counted by the rule of the council. Kept at the close, so that a catalog which says
-- something else later changes no result.
CREATE TABLE sitting_rule (
    commune    TEXT NOT NULL,
    sitting    TEXT NOT NULL,
    nomination TEXT NOT NULL,
    rule       TEXT NOT NULL,
    PRIMARY KEY (commune, sitting, nomination),
    FOREIGN KEY (commune, sitting, nomination)
        REFERENCES sitting_item (commune, sitting, nomination)
);
