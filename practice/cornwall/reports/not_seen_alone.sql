-- title: Children on a plan not seen alone for six weeks
-- about: Each child with a running protection or child in need plan whom nobody has seen alone in the days chosen,
-- about: the longest first. Cornwall’s inspection of 2009 found children who were not seen, and it did not show.
-- parameter: days whole number "Not seen alone for this many days" = 42
-- parameter: today date "As at" = today
-- parameter: team team "Team"

WITH planned AS MATERIALIZED (
  SELECT child, group_concat(kind, ', ') AS plans
  FROM report_plans
  WHERE ended IS NULL AND kind_code <> 'early_help'
  GROUP BY child
)
SELECT
  c.child,
  c.name,
  p.plans,
  c.last_seen,
  c.last_seen_alone,
  CAST(julianday(:today) - julianday(c.last_seen_alone) AS INTEGER) AS days_since,
  c.worker,
  c.team
FROM planned p JOIN report_children c USING (child)
WHERE (c.last_seen_alone IS NULL OR julianday(:today) - julianday(c.last_seen_alone) > :days)
  AND (:team IS NULL OR c.team_id = :team)
ORDER BY c.last_seen_alone, c.name
