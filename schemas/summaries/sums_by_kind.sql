-- The sums by kind, currency and qualifier; one that several reports print for one case counts once.
select kind, currency, qualifier, count(*) as sums, count(value) as with_a_figure, round(sum(value), 2) as total
from (select distinct kind, currency, qualifier, value, value_min, value_max, coalesce(case_id, amount_id) from amounts)
group by kind, currency, qualifier
order by kind, total desc
