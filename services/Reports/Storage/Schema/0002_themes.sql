-- The theme catalogues that were loaded in the plan service, as last seen.
CREATE TABLE theme_catalogues (
    number INTEGER NOT NULL PRIMARY KEY, -- order in which the plan service gives them
    json   TEXT    NOT NULL
) STRICT;
