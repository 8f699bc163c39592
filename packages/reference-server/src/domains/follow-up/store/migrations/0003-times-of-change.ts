import type { Migration } from '../../../../platform/contracts/migration.ts'
import { timesOfChange as of } from '../../../../platform/database/migrate/times-of-change.ts'

/** When a fact was last changed. */
export const timesOfChange: Migration = {
  id: 'follow_up/0003-times-of-change',
  statements: of('follow_up', [
    'alerts',
    'tasks',
    'care_plans',
    'summaries',
    'referrals',
    'surveys',
    'recoveries',
    'outcomes',
  ]),
}
