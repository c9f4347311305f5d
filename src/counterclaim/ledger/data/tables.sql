-- Nothing is overwritten: a row is of the generation that made it until the one that superseded it.
CREATE TABLE generations (
  id INTEGER PRIMARY KEY,
  at TEXT NOT NULL,
  version TEXT NOT NULL,
  work TEXT NOT NULL CHECK (work IN ('read', 'compare', 'forget')),
  upto INTEGER
) STRICT;

-- The text stands last, so that what is asked of a report is read without it.
CREATE TABLE reports (
  key INTEGER PRIMARY KEY,
  id TEXT NOT NULL,
  document TEXT NOT NULL,
  revision INTEGER NOT NULL,
  edit TEXT NOT NULL CHECK (edit IN ('first', 'words', 'trivial')),
  title TEXT,
  outlet TEXT,
  published TEXT,
  url TEXT,
  path TEXT,
  language TEXT,
  raw_sha256 TEXT,
  text_sha256 TEXT NOT NULL,
  generation INTEGER NOT NULL REFERENCES generations (id),
  superseded INTEGER REFERENCES generations (id),
  forgotten TEXT,
  text TEXT NOT NULL,
  UNIQUE (document, revision)
) STRICT;

CREATE INDEX reports_id ON reports (id);

CREATE INDEX reports_published ON reports (published);

CREATE TABLE bands (
  value INTEGER NOT NULL,
  report INTEGER NOT NULL REFERENCES reports (key),
  PRIMARY KEY (value, report)
) STRICT, WITHOUT ROWID;

CREATE INDEX bands_report ON bands (report);

CREATE TABLE reprints (
  report INTEGER NOT NULL REFERENCES reports (key),
  other INTEGER NOT NULL REFERENCES reports (key),
  PRIMARY KEY (report, other)
) STRICT, WITHOUT ROWID;

CREATE INDEX reprints_other ON reprints (other);

CREATE TABLE origins (
  key INTEGER PRIMARY KEY,
  report INTEGER NOT NULL REFERENCES reports (key),
  origin INTEGER NOT NULL REFERENCES reports (key),
  generation INTEGER NOT NULL REFERENCES generations (id),
  superseded INTEGER REFERENCES generations (id)
) STRICT;

CREATE UNIQUE INDEX origins_now ON origins (report) WHERE superseded IS NULL;

CREATE INDEX origins_origin ON origins (origin);

CREATE TABLE readings (
  key INTEGER PRIMARY KEY,
  report INTEGER NOT NULL REFERENCES reports (key),
  generation INTEGER NOT NULL REFERENCES generations (id),
  superseded INTEGER REFERENCES generations (id)
) STRICT;

CREATE INDEX readings_report ON readings (report);

CREATE TABLE actors (
  key INTEGER PRIMARY KEY,
  reading INTEGER NOT NULL REFERENCES readings (key) ON DELETE CASCADE,
  number INTEGER NOT NULL,
  id TEXT NOT NULL,
  name TEXT NOT NULL,
  kind TEXT NOT NULL,
  roles TEXT NOT NULL,
  "of" TEXT,
  names TEXT NOT NULL,
  UNIQUE (reading, number)
) STRICT;

CREATE TABLE claims (
  key INTEGER PRIMARY KEY,
  reading INTEGER NOT NULL REFERENCES readings (key) ON DELETE CASCADE,
  number INTEGER NOT NULL,
  id TEXT NOT NULL,
  claimant INTEGER REFERENCES actors (key) DEFERRABLE INITIALLY DEFERRED,
  text TEXT NOT NULL,
  quote TEXT NOT NULL,
  act TEXT,
  certainty TEXT,
  negated INTEGER,
  narrator INTEGER NOT NULL,
  relayed_by INTEGER REFERENCES actors (key) DEFERRABLE INITIALLY DEFERRED,
  refers_to INTEGER REFERENCES claims (key) DEFERRABLE INITIALLY DEFERRED,
  mention TEXT NOT NULL,
  source TEXT NOT NULL,
  cue TEXT NOT NULL,
  content TEXT NOT NULL,
  UNIQUE (reading, number)
) STRICT;

CREATE INDEX claims_id ON claims (id);

CREATE INDEX claims_claimant ON claims (claimant);

CREATE INDEX claims_relayed_by ON claims (relayed_by);

CREATE INDEX claims_refers_to ON claims (refers_to);

CREATE TABLE facets (
  key INTEGER PRIMARY KEY,
  claim INTEGER NOT NULL REFERENCES claims (key) ON DELETE CASCADE,
  number INTEGER NOT NULL,
  kind TEXT NOT NULL,
  data TEXT NOT NULL,
  role TEXT AS (json_extract(data, '$.role')),
  low REAL AS (json_extract(data, '$.low')),
  high REAL AS (json_extract(data, '$.high')),
  unit TEXT AS (json_extract(data, '$.unit')),
  "start" TEXT AS (json_extract(data, '$.start')),
  "end" TEXT AS (json_extract(data, '$.end')),
  name TEXT AS (json_extract(data, '$.name')),
  country TEXT AS (json_extract(data, '$.country')),
  lat REAL AS (json_extract(data, '$.lat')),
  lon REAL AS (json_extract(data, '$.lon')),
  type TEXT AS (json_extract(data, '$.type')),
  predicate TEXT AS (json_extract(data, '$.predicate')),
  state TEXT AS (json_extract(data, '$.state')),
  spans TEXT AS (json_extract(data, '$.spans')),
  UNIQUE (claim, number)
) STRICT;

CREATE TABLE links (
  key INTEGER PRIMARY KEY,
  source INTEGER NOT NULL REFERENCES claims (key),
  target INTEGER NOT NULL REFERENCES claims (key),
  type TEXT NOT NULL,
  why TEXT NOT NULL,
  score REAL NOT NULL,
  generation INTEGER NOT NULL REFERENCES generations (id),
  superseded INTEGER REFERENCES generations (id)
) STRICT;

CREATE INDEX links_source ON links (source);

CREATE INDEX links_target ON links (target);

CREATE TABLE disputes (
  key INTEGER PRIMARY KEY,
  id TEXT NOT NULL,
  question TEXT NOT NULL,
  kind TEXT NOT NULL,
  status TEXT NOT NULL,
  since TEXT,
  until TEXT,
  merged_into TEXT,
  generation INTEGER NOT NULL REFERENCES generations (id),
  superseded INTEGER REFERENCES generations (id)
) STRICT;

CREATE INDEX disputes_id ON disputes (id);

CREATE INDEX disputes_until ON disputes (until) WHERE superseded IS NULL;

CREATE TABLE positions (
  key INTEGER PRIMARY KEY,
  dispute INTEGER NOT NULL REFERENCES disputes (key) ON DELETE CASCADE,
  number INTEGER NOT NULL,
  value TEXT NOT NULL,
  UNIQUE (dispute, number)
) STRICT;

CREATE TABLE position_claims (
  position INTEGER NOT NULL REFERENCES positions (key) ON DELETE CASCADE,
  number INTEGER NOT NULL,
  claim INTEGER NOT NULL REFERENCES claims (key),
  PRIMARY KEY (position, number)
) STRICT, WITHOUT ROWID;

CREATE INDEX position_claims_claim ON position_claims (claim);
