-- Tables with large values have a rowid: without one, every look-up of a key would read the values of the rows that it passes.
CREATE TABLE plans (
    id         TEXT    NOT NULL PRIMARY KEY,
    sha256     TEXT    NOT NULL UNIQUE REFERENCES originals (sha256),
    title      TEXT    NOT NULL,
    kind       INTEGER NOT NULL, -- fazhi.plans.v1.PlanKind
    status     INTEGER NOT NULL, -- fazhi.plans.v1.PlanStatus
    start_year INTEGER NOT NULL, -- 0: not known
    end_year   INTEGER NOT NULL, -- 0: not known
    basic      BLOB    NOT NULL, -- fazhi.plans.v1.Plan in the basic view
    rest       BLOB    NOT NULL  -- fazhi.plans.v1.Plan with what the full view adds, without tasks
) STRICT;

CREATE INDEX plans_newest_first ON plans (end_year DESC, start_year DESC, id);

-- The region of each plan and all regions above it.
CREATE TABLE plans_regions (
    code TEXT NOT NULL,
    id   TEXT NOT NULL REFERENCES plans (id) ON DELETE CASCADE,
    PRIMARY KEY (code, id)
) STRICT, WITHOUT ROWID;

CREATE INDEX plans_regions_of ON plans_regions (id);

CREATE TABLE tasks (
    plan_id TEXT    NOT NULL REFERENCES plans (id) ON DELETE CASCADE,
    number  INTEGER NOT NULL, -- from 1, in the order of the document
    task    BLOB    NOT NULL, -- fazhi.plans.v1.Task
    PRIMARY KEY (plan_id, number)
) STRICT;
