-- The bytes of imported documents, in pieces: a download reads them one by one and holds no long transaction.
CREATE TABLE originals (
    sha256 TEXT    NOT NULL PRIMARY KEY, -- 64 lower-case hexadecimal digits
    size   INTEGER NOT NULL              -- bytes
) STRICT, WITHOUT ROWID;

CREATE TABLE original_pieces (
    sha256 TEXT    NOT NULL REFERENCES originals (sha256) ON DELETE CASCADE,
    number INTEGER NOT NULL,
    bytes  BLOB    NOT NULL,
    PRIMARY KEY (sha256, number)
) STRICT;
