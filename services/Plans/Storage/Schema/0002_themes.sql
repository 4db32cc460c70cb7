-- Loaded theme catalogues; those of the platform are not here.
CREATE TABLE theme_catalogues (
    id     TEXT    NOT NULL PRIMARY KEY,
    json   TEXT    NOT NULL,
    time   INTEGER NOT NULL -- milliseconds since 1970-01-01 UTC
) STRICT;

-- Loaded crosswalks between two catalogues.
CREATE TABLE crosswalks (
    from_id TEXT NOT NULL,
    to_id   TEXT NOT NULL,
    json    TEXT NOT NULL,
    PRIMARY KEY (from_id, to_id)
) STRICT;
