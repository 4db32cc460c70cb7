-- The catalogues by which those who follow the plans have been told to take them in anew, as one row.
CREATE TABLE theme_announcement (
    state TEXT NOT NULL
) STRICT;

INSERT INTO theme_announcement (state) VALUES ('');
