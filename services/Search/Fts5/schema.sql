-- The index is made from the change feeds alone: there are no schema steps, another format is another file.

-- id: one of its own (see `index`) for each time that a document is taken in, so that the ids of passages only ever rise.
-- columns: what is kept in memory of the document and its passages (see ColumnRecord).
CREATE TABLE documents (
    id       INTEGER PRIMARY KEY,
    name     TEXT NOT NULL UNIQUE,
    feed     TEXT NOT NULL,
    version  INTEGER NOT NULL,
    digest   BLOB NOT NULL,
    summary  BLOB NOT NULL,
    columns  BLOB NOT NULL
) STRICT;

CREATE INDEX documents_by_feed ON documents (feed, name);

-- id: see PassageId. content: see PassageRecord.
CREATE TABLE passages (
    id       INTEGER PRIMARY KEY,
    content  BLOB NOT NULL
) STRICT;

CREATE TABLE deadlines (
    day      INTEGER NOT NULL,
    passage  INTEGER NOT NULL,
    PRIMARY KEY (day, passage)
) STRICT, WITHOUT ROWID;

-- Tokens with spaces between; a tag is one token. Every ASCII character that may be in a tag or keeps names apart is part of a token.
-- What every passage of a document is found by is kept once, under the id of the document.
CREATE VIRTUAL TABLE document_tokens USING fts5 (
    title, region,
    content = '', contentless_delete = 1, tokenize = "ascii tokenchars '=./-_%'");

CREATE VIRTUAL TABLE passage_tokens USING fts5 (
    heading, body, units, tags,
    content = '', contentless_delete = 1, tokenize = "ascii tokenchars '=./-_%'");

-- What was removed, or is older than its removal, does not come back by a change that is older still.
CREATE TABLE removals (
    feed     TEXT NOT NULL,
    key      TEXT NOT NULL,
    version  INTEGER NOT NULL,
    PRIMARY KEY (feed, key)
) STRICT, WITHOUT ROWID;

CREATE TABLE regions (
    code     TEXT PRIMARY KEY,
    version  INTEGER NOT NULL,
    content  TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE feeds (
    feed      TEXT PRIMARY KEY,
    position  TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- One row. file: tells this file from every other; generation: rises with every change that a search can see; next_document: the next id;
-- building: it is not in use yet.
CREATE TABLE state (
    file           TEXT NOT NULL,
    generation     INTEGER NOT NULL,
    next_document  INTEGER NOT NULL,
    building       INTEGER NOT NULL
) STRICT;

-- Tokens gather in memory up to so many bytes before they become a segment: usually those of one transaction.
INSERT INTO passage_tokens (passage_tokens, rank) VALUES ('hashsize', 33554432);
INSERT INTO passage_tokens (passage_tokens, rank) VALUES ('automerge', 8);
