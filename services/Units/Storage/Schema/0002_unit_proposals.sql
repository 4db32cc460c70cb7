CREATE TABLE unit_proposals (
    id          TEXT    NOT NULL PRIMARY KEY,
    region_code TEXT    NOT NULL REFERENCES regions (code),
    name        TEXT    NOT NULL, -- full name of the unit as it would be
    function    TEXT    NOT NULL, -- '': not known
    kind        INTEGER NOT NULL,
    dismissed   INTEGER NOT NULL DEFAULT 0 CHECK (dismissed IN (0, 1)),
    create_time INTEGER NOT NULL, -- milliseconds since 1970-01-01 UTC
    UNIQUE (region_code, name)
) STRICT, WITHOUT ROWID;

-- Where a proposal is named; one without any goes, unless it was dismissed.
CREATE TABLE unit_proposal_mentions (
    proposal_id TEXT    NOT NULL REFERENCES unit_proposals (id) ON DELETE CASCADE,
    document    TEXT    NOT NULL,
    text        TEXT    NOT NULL, -- as printed
    count       INTEGER NOT NULL,
    PRIMARY KEY (proposal_id, document, text)
) STRICT, WITHOUT ROWID;

CREATE INDEX unit_proposal_mentions_document ON unit_proposal_mentions (document);
