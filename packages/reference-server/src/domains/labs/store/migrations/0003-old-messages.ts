import type { Migration } from '../../../../platform/contracts/migration.ts'

/** Marks of messages are deleted when no laboratory repeats them any more. */
export const labs0003: Migration = {
  id: 'labs/0003-old-messages',
  statements: ['grant delete on labs.deliveries to visitkit_labs'],
}
