-- The charges without an outcome, those of which nothing was heard for longest first.
select c.party, o.label as offence, c.conspiracy, c.status, max(coalesce(d.published, h.date)) as last_report, c.case_id
from charges c join offences o using (offence) join charge_history h using (charge_id) join documents d using (document_id)
where c.status in ('charged', 'pleaded_not_guilty')
group by c.charge_id
order by last_report, c.party
