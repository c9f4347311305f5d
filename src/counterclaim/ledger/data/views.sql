CREATE VIEW reports_now AS
SELECT reports.key, reports.id, reports.title, reports.outlet, reports.published, reports.url, reports.language,
  reports.revision, first.id AS origin,
  (SELECT count(*) FROM claims JOIN readings ON readings.key = claims.reading
   WHERE readings.report = reports.key AND readings.superseded IS NULL) AS claims
FROM reports
LEFT JOIN origins ON origins.report = reports.key AND origins.superseded IS NULL
LEFT JOIN reports AS first ON first.key = origins.origin
WHERE reports.superseded IS NULL;

CREATE VIEW claims_now AS
SELECT claims.key, claims.id, reports.id AS report, reports.published, reports.outlet,
  CASE WHEN claims.narrator THEN coalesce(reports.outlet, 'the report') ELSE claimants.name END AS claimant,
  relays.name AS relayed_by, claims.act, claims.certainty, claims.negated, claims.quote, claims.text,
  (SELECT group_concat(name, '; ') FROM (
    SELECT DISTINCT name FROM facets WHERE facets.claim = claims.key AND facets.kind = 'place')) AS places
FROM readings
JOIN claims ON claims.reading = readings.key
JOIN reports ON reports.key = readings.report
LEFT JOIN actors AS claimants ON claimants.key = claims.claimant
LEFT JOIN actors AS relays ON relays.key = claims.relayed_by
WHERE readings.superseded IS NULL;

CREATE VIEW links_now AS
SELECT links.key, sources.id AS source, links.type, targets.id AS target, links.why, links.score,
  sources.text AS source_text, targets.text AS target_text
FROM links
JOIN claims AS sources ON sources.key = links.source
JOIN claims AS targets ON targets.key = links.target
WHERE links.superseded IS NULL;

CREATE VIEW disputes_now AS
SELECT disputes.key, disputes.id, disputes.question, disputes.kind, disputes.status,
  (SELECT group_concat(value, ' | ') FROM (
    SELECT value FROM positions WHERE positions.dispute = disputes.key ORDER BY number)) AS positions,
  count(*) AS claims, count(DISTINCT readings.report) AS reports,
  disputes.since, disputes.until
FROM disputes
JOIN positions ON positions.dispute = disputes.key
JOIN position_claims ON position_claims.position = positions.key
JOIN claims ON claims.key = position_claims.claim
JOIN readings ON readings.key = claims.reading
WHERE disputes.superseded IS NULL
GROUP BY disputes.key;
