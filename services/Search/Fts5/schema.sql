-- The index is made from the change feeds alone: there are no schema steps, another format is another file.

CREATE TABLE documents (
    id             INTEGER PRIMARY KEY,
    name           TEXT NOT NULL UNIQUE,
    feed           TEXT NOT NULL,
    digest         BLOB NOT NULL,
    summary        BLOB NOT NULL,
    title          TEXT NOT NULL,
    region_name    TEXT NOT NULL,
    level          INTEGER NOT NULL,
    type           INTEGER NOT NULL,
    plan_kind      INTEGER NOT NULL,
    status         INTEGER NOT NULL,
    first_year     INTEGER NOT NULL,
    last_year      INTEGER NOT NULL,
    date           TEXT NOT NULL,
    passage_count  INTEGER NOT NULL
) STRICT;

CREATE INDEX documents_by_feed ON documents (feed);
CREATE INDEX documents_newest_first ON documents (last_year DESC, date DESC, name);

-- The regions from the outermost to the document's own. place: the name of one that has no code.
CREATE TABLE document_regions (
    document_id  INTEGER NOT NULL,
    depth        INTEGER NOT NULL,
    key          TEXT NOT NULL,
    place        TEXT NOT NULL,
    is_own       INTEGER NOT NULL,
    PRIMARY KEY (document_id, depth)
) STRICT, WITHOUT ROWID;

CREATE INDEX document_regions_by_key ON document_regions (key, document_id);
CREATE INDEX document_regions_by_place ON document_regions (place, key) WHERE place <> '';

-- id: see PassageId. headings: a JSON array.
CREATE TABLE passages (
    id        INTEGER PRIMARY KEY,
    task      TEXT NOT NULL,
    label     TEXT NOT NULL,
    headings  TEXT NOT NULL,
    text      TEXT NOT NULL,
    start     INTEGER NOT NULL
) STRICT;

-- Contentless, and without contentless_delete: that leaves the statistics of what was deleted behind, and BM25 drifts
-- away from that of a fresh index. The tokens to delete are made from the passage again.
CREATE VIRTUAL TABLE passage_tokens USING fts5 (title, heading, body, content = '', tokenize = 'ascii', detail = full);
CREATE VIRTUAL TABLE passage_vocabulary USING fts5vocab (passage_tokens, 'col');

CREATE TABLE regions (
    code          TEXT PRIMARY KEY,
    name          TEXT NOT NULL,
    full_name     TEXT NOT NULL,
    ancestors     TEXT NOT NULL,
    short_names   TEXT NOT NULL,
    former_names  TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE feeds (
    feed      TEXT PRIMARY KEY,
    position  TEXT NOT NULL
) STRICT, WITHOUT ROWID;
