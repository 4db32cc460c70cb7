CREATE TABLE inspections (
    sequence      INTEGER PRIMARY KEY AUTOINCREMENT, -- order of creation
    id            TEXT    NOT NULL UNIQUE,
    title         TEXT    NOT NULL,
    region_code   TEXT    NOT NULL,
    manner        INTEGER NOT NULL, -- fazhi.supervision.v1.Inspection.Manner
    state         INTEGER NOT NULL, -- fazhi.supervision.v1.Inspection.State
    was_started   INTEGER NOT NULL CHECK (was_started IN (0, 1)),
    start_date    TEXT    NOT NULL, -- 2024-03-01
    end_date      TEXT    NOT NULL,
    tasks         TEXT    NOT NULL, -- JSON array of resource names
    cancel_reason TEXT    NOT NULL,
    outcomes      TEXT    NOT NULL, -- JSON array of {Unit, Kind, Text}
    create_time   INTEGER NOT NULL, -- milliseconds since 1970-01-01 UTC
    update_time   INTEGER NOT NULL,
    revision      INTEGER NOT NULL
) STRICT;

CREATE TABLE inspection_units (
    inspection_id TEXT    NOT NULL REFERENCES inspections (id) ON DELETE CASCADE,
    number        INTEGER NOT NULL, -- from 0, in the order given
    unit          TEXT    NOT NULL,
    PRIMARY KEY (inspection_id, number)
) STRICT, WITHOUT ROWID;

CREATE INDEX inspection_units_unit ON inspection_units (unit, inspection_id);

CREATE TABLE findings (
    sequence      INTEGER PRIMARY KEY AUTOINCREMENT, -- order of creation
    inspection_id TEXT    NOT NULL REFERENCES inspections (id),
    number        INTEGER NOT NULL, -- from 1 within its inspection
    problem       TEXT    NOT NULL,
    severity      INTEGER NOT NULL, -- fazhi.supervision.v1.Finding.Severity
    unit          TEXT    NOT NULL,
    task          TEXT    NOT NULL, -- empty for none
    state         INTEGER NOT NULL, -- fazhi.supervision.v1.Finding.State
    measures      TEXT    NOT NULL,
    deadline      TEXT,             -- 2024-03-01; NULL before it is set
    result        TEXT    NOT NULL,
    events        TEXT    NOT NULL, -- JSON array of {Time, State, Comment}
    create_time   INTEGER NOT NULL, -- milliseconds since 1970-01-01 UTC
    update_time   INTEGER NOT NULL,
    revision      INTEGER NOT NULL,
    UNIQUE (inspection_id, number)
) STRICT;

CREATE INDEX findings_unit ON findings (unit);
