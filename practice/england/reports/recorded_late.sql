-- title: Work recorded late, by team
-- about: Each visit, meeting, discussion or note that was recorded later than the limit kept here, under the child’s
-- about: team on the day it was recorded, with how much of that team’s recording was late. The team with the most
-- about: stands first.
-- parameter: from date "Recorded from" = start of month
-- parameter: to date "Recorded to" = today
-- parameter: team team "Team"

WITH recorded AS (
  SELECT
    coalesce(team, 'No team') AS team, child, name, part, started, value, met, written_by,
    sum(met = 0) OVER (PARTITION BY team_id) AS late,
    round(100.0 * sum(met = 0) OVER (PARTITION BY team_id) / count(*) OVER (PARTITION BY team_id), 1) AS share
  FROM report_cases
  WHERE figure_code = 'recording_lag' AND started BETWEEN :from AND :to AND (:team IS NULL OR team_id = :team)
)
SELECT
  team,
  late AS late_in_the_team,
  share AS percent_late,
  child,
  name,
  part AS what,
  value AS days_after,
  started AS recorded,
  written_by
FROM recorded
WHERE met = 0
ORDER BY late DESC, team, value DESC, name
