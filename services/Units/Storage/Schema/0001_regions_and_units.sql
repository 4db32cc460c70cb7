CREATE TABLE regions (
    code        TEXT    NOT NULL PRIMARY KEY CHECK (length(code) IN (6, 9)),
    parent_code TEXT    REFERENCES regions (code), -- null: a province or the nation
    level       INTEGER NOT NULL CHECK (level BETWEEN 0 AND 4), -- depth: 0 nation … 4 township
    name        TEXT    NOT NULL,
    short_names TEXT    NOT NULL CHECK (json_valid(short_names)), -- array of texts
    former      TEXT    NOT NULL CHECK (json_valid(former)),      -- array of {code, name, until_year}
    source      TEXT    NOT NULL, -- edition of the data that it is from; 'user' once a user has made or changed it
    revision    INTEGER NOT NULL,
    update_time INTEGER NOT NULL  -- milliseconds since 1970-01-01 UTC
) STRICT, WITHOUT ROWID;

CREATE INDEX regions_parent ON regions (parent_code);

-- Which editions of the region data have been taken over.
CREATE TABLE region_editions (
    edition TEXT    NOT NULL PRIMARY KEY,
    time    INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE units (
    id                 TEXT    NOT NULL PRIMARY KEY,
    region_code        TEXT    NOT NULL REFERENCES regions (code),
    name               TEXT    NOT NULL,
    short_names        TEXT    NOT NULL CHECK (json_valid(short_names)), -- array of texts
    kind               INTEGER NOT NULL,
    function           TEXT    NOT NULL,
    social_credit_code TEXT    UNIQUE, -- null: not known
    history            TEXT    NOT NULL CHECK (json_valid(history)), -- array of {event, former_name, date}
    start_date         TEXT,   -- yyyy-MM-dd; null: not known
    end_date           TEXT,   -- yyyy-MM-dd; null: it exists
    create_time        INTEGER NOT NULL,
    update_time        INTEGER NOT NULL,
    revision           INTEGER NOT NULL,
    UNIQUE (region_code, name)
) STRICT, WITHOUT ROWID;
