import type { Migration } from '../../../../../platform/contracts/migration.ts'

/** A message that was not applied is applied or resolved by a person. The reason stays with what was resolved. */
export const heldMessages: Migration = {
  id: 'prescriptions/0106-held-messages',
  statements: [
    `alter table prescriptions.messages
       add column resolution text,
       add column resolved_by uuid,
       add column resolved_at timestamptz,
       add column confirmed_by uuid`,
    'alter table prescriptions.messages drop constraint messages_state_check',
    `alter table prescriptions.messages add constraint messages_state_check
       check (state in ('received', 'applied', 'parked', 'resolved'))`,
    'alter table prescriptions.messages drop constraint messages_check1',
    `alter table prescriptions.messages add constraint messages_fault_check
       check ((state in ('parked', 'resolved')) = (fault is not null))`,
    `alter table prescriptions.messages add constraint messages_resolution_check
       check ((state = 'resolved') = (resolution is not null))`,
  ],
}
