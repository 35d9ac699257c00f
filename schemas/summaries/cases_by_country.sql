-- The cases by the country of their proceedings and by status.
select country, status, count(*) as cases from cases group by country, status order by cases desc, country, status
