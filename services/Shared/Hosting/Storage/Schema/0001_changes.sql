-- Who this feed is: a consumer's position means something in this database alone.
CREATE TABLE feed (
    id TEXT NOT NULL PRIMARY KEY
) STRICT;

INSERT INTO feed (id) VALUES (lower(hex(randomblob(8))));

-- One row a resource: its latest change. AUTOINCREMENT never gives a position twice, even after the newest row is gone.
CREATE TABLE changes (
    position INTEGER PRIMARY KEY AUTOINCREMENT,
    name     TEXT    NOT NULL UNIQUE,
    deleted  INTEGER NOT NULL CHECK (deleted IN (0, 1)),
    time     INTEGER NOT NULL -- milliseconds since 1970-01-01 UTC
) STRICT;
