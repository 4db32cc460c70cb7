-- What people set by hand in parts of documents (tasks, passages): it wins over what was read, and follows its part when the document is read anew.
CREATE TABLE corrections (
    document TEXT    NOT NULL, -- id of the document
    number   INTEGER,          -- the part, from 1; null while the document has no part that fits
    field    TEXT    NOT NULL, -- name of the field in the contract
    value    BLOB    NOT NULL, -- the part's message with this field alone
    label    TEXT    NOT NULL, -- number that the part printed when it was corrected
    text     TEXT    NOT NULL, -- words of the part when it was corrected
    time     INTEGER NOT NULL  -- milliseconds since 1970-01-01 UTC
) STRICT;

CREATE UNIQUE INDEX corrections_of ON corrections (document, number, field) WHERE number IS NOT NULL;
CREATE INDEX corrections_in ON corrections (document);
