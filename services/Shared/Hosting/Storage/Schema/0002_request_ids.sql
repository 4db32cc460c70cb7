CREATE TABLE request_ids (
    request_id    TEXT    NOT NULL PRIMARY KEY,
    request_hash  TEXT    NOT NULL, -- SHA-256 of the request, so that an id used for something else is noticed
    resource_name TEXT    NOT NULL,
    time          INTEGER NOT NULL  -- milliseconds since 1970-01-01 UTC
) STRICT, WITHOUT ROWID;

CREATE INDEX request_ids_time ON request_ids (time);
