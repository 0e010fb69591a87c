select set_config('app.orgs', 'platform', true);

-- Reminders of what waits since before are written down at the first looks.
update referral set reminding_unplanned = true
where (state in ('AWAITING_INFORMATION', 'DEFERRED') or question_due_at is not null) and not reminding_unplanned;
