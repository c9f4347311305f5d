-- What "counterclaim watch" has asked servers for. These rows are brought up to date, not added to.
CREATE TABLE watched (
  kind TEXT NOT NULL CHECK (kind IN ('feed', 'page', 'host', 'text')),
  name TEXT NOT NULL,
  address TEXT,
  document TEXT,
  asked TEXT,
  due TEXT,
  looks INTEGER NOT NULL,
  etag TEXT,
  modified TEXT,
  failures INTEGER NOT NULL,
  failure TEXT,
  failing_since TEXT,
  PRIMARY KEY (kind, name)
) STRICT, WITHOUT ROWID;

CREATE INDEX watched_due ON watched (due) WHERE kind = 'page' AND due NOTNULL;

CREATE INDEX watched_document ON watched (document) WHERE document NOTNULL;
