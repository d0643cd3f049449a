-- A redrive that was handled, and changed nothing.
alter table dead_letter_action
    drop constraint dead_letter_action_outcome_check,
    add constraint dead_letter_action_outcome_check
        check (outcome in ('PARKED', 'HANDLED', 'NO_EFFECT', 'FAILED', 'DISCARDED'));
