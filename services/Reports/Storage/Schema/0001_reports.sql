-- Tables with large values have a rowid: without one, every look-up of a key would read the values of the rows that it passes.
CREATE TABLE reports (
    id         TEXT    NOT NULL PRIMARY KEY,
    sha256     TEXT    NOT NULL UNIQUE REFERENCES originals (sha256),
    title      TEXT    NOT NULL,
    kind       INTEGER NOT NULL, -- 0: reports are of one kind
    status     INTEGER NOT NULL, -- 0: reports have no status
    start_year INTEGER NOT NULL, -- 0: not known
    end_year   INTEGER NOT NULL, -- 0: not known
    basic      BLOB    NOT NULL, -- fazhi.reports.v1.Report in the basic view
    rest       BLOB    NOT NULL  -- fazhi.reports.v1.Report with what the full view adds
) STRICT;

CREATE INDEX reports_newest_first ON reports (end_year DESC, start_year DESC, id);

-- The region of each report and all regions above it.
CREATE TABLE reports_regions (
    code TEXT NOT NULL,
    id   TEXT NOT NULL REFERENCES reports (id) ON DELETE CASCADE,
    PRIMARY KEY (code, id)
) STRICT, WITHOUT ROWID;

CREATE INDEX reports_regions_of ON reports_regions (id);
