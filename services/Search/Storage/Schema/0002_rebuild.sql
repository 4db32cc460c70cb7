-- The building of a new index that has not ended: it goes on after a restart. At most one row.
CREATE TABLE rebuild (
    only INTEGER PRIMARY KEY CHECK (only = 1)
) STRICT;

-- The loaded theme catalogues of the plan service, as last seen: a JSON array of strings. At most one row.
CREATE TABLE theme_catalogues (
    only   INTEGER PRIMARY KEY CHECK (only = 1),
    loaded TEXT    NOT NULL
) STRICT;
