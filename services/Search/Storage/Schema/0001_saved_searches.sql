CREATE TABLE saved_searches (
    number          INTEGER PRIMARY KEY AUTOINCREMENT,
    id              TEXT    NOT NULL UNIQUE,
    title           TEXT    NOT NULL,
    search          BLOB    NOT NULL, -- fazhi.search.v1.SearchRequest
    search_revision INTEGER NOT NULL, -- rises whenever the search itself changes
    revision        INTEGER NOT NULL, -- rises whenever people change anything
    webhook_url     TEXT    NOT NULL,
    webhook_secret  TEXT    NOT NULL,
    webhook_error   TEXT    NOT NULL,
    seen_up_to      INTEGER NOT NULL, -- number of the last match that was looked at
    seen_time       INTEGER,          -- milliseconds since 1970-01-01 UTC, as all times
    create_time     INTEGER NOT NULL,
    update_time     INTEGER NOT NULL
) STRICT;

CREATE TABLE documents (
    id   INTEGER PRIMARY KEY,
    name TEXT    NOT NULL UNIQUE
) STRICT;

-- Which documents match a search now: one that changes and still matches is not new.
CREATE TABLE members (
    search   INTEGER NOT NULL REFERENCES saved_searches (number) ON DELETE CASCADE,
    document INTEGER NOT NULL REFERENCES documents (id),
    PRIMARY KEY (search, document)
) STRICT, WITHOUT ROWID;

CREATE INDEX members_of_document ON members (document);

CREATE TABLE matches (
    number   INTEGER PRIMARY KEY AUTOINCREMENT,
    search   INTEGER NOT NULL REFERENCES saved_searches (number) ON DELETE CASCADE,
    document INTEGER NOT NULL REFERENCES documents (id),
    time     INTEGER NOT NULL,
    UNIQUE (search, document)
) STRICT;

CREATE INDEX matches_of_search ON matches (search, number);
CREATE INDEX matches_of_document ON matches (document);

-- What waits to be posted to a web hook.
CREATE TABLE posts (
    match    INTEGER PRIMARY KEY REFERENCES matches (number) ON DELETE CASCADE,
    search   INTEGER NOT NULL REFERENCES saved_searches (number) ON DELETE CASCADE,
    attempts INTEGER NOT NULL,
    due      INTEGER NOT NULL
) STRICT;

CREATE INDEX posts_of_search ON posts (search, match);
CREATE INDEX posts_due ON posts (due);

-- How far each feed's changes have been held against the searches.
CREATE TABLE evaluated (
    feed     TEXT NOT NULL PRIMARY KEY,
    position TEXT NOT NULL
) STRICT, WITHOUT ROWID;
