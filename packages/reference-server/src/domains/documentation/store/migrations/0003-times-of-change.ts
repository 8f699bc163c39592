import type { Migration } from '../../../../platform/contracts/migration.ts'
import { timesOfChange as of } from '../../../../platform/database/migrate/times-of-change.ts'

/** When a fact was last changed. */
export const timesOfChange: Migration = {
  id: 'documentation/0003-times-of-change',
  statements: of('documentation', [
    'notes',
    'psychotherapy_notes',
    'allergies',
    'allergy_reviews',
    'conditions',
    'order_sets',
  ]),
}
