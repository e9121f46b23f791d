-- title: Plans to be looked at again in the next month
-- about: Each running plan whose next review is due by the last day chosen, the earliest first: those for
-- about: which no day is set, and then those whose day has gone by.
-- parameter: by date "Due by" = today + 30 days
-- parameter: today date "Overdue before" = today
-- parameter: team team "Team"

SELECT
  child,
  name,
  kind AS plan,
  category,
  started,
  review_on AS to_be_reviewed,
  CASE WHEN review_on IS NULL THEN 'No day set' WHEN review_on < :today THEN 'Overdue' ELSE '' END AS standing,
  worker,
  team
FROM report_plans
WHERE ended IS NULL
  AND (review_on IS NULL OR review_on <= :by)
  AND (:team IS NULL OR team_id = :team)
ORDER BY review_on, name
