-- title: Children with a third contact in a year, by agency
-- about: Each contact that was at least the third (or as many as chosen) about the same child within twelve months,
-- about: under the agency that made it, with how many such contacts that agency made. A child stands here once for
-- about: each.
-- parameter: from date "Contacts from" = a year ago
-- parameter: to date "Contacts to" = today
-- parameter: times whole number "At least" = 3
-- parameter: team team "Team"

WITH counted AS (
  SELECT child, name, agency, received, team, team_id,
    -- 364 days before and the day itself: twelve months.
    count(*) OVER (PARTITION BY child ORDER BY julianday(received) RANGE BETWEEN 364 PRECEDING AND CURRENT ROW) AS contacts
  FROM report_contacts
)
SELECT
  coalesce(agency, 'Not recorded') AS agency,
  count(*) OVER (PARTITION BY agency) AS total_of_agency,
  child,
  name,
  received,
  contacts AS in_twelve_months,
  team
FROM counted
WHERE contacts >= :times AND received BETWEEN :from AND :to AND (:team IS NULL OR team_id = :team)
ORDER BY total_of_agency DESC, agency, received DESC
