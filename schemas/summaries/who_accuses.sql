-- The speakers of allegations and charges, as printed.
select coalesce(asserted_by, '(no speaker named)') as speaker, count(*) as steps, count(distinct charge_id) as charges,
  count(distinct document_id) as documents
from charge_history where status in ('alleged', 'charged')
group by speaker order by steps desc, speaker limit 200
