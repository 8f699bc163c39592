import type { Migration } from '../../../../platform/contracts/migration.ts'

/** The visit for which a person decided, where the law wants consent at each. An id of another domain, without a reference to its table. */
export const consentForVisit: Migration = {
  id: 'consent/0041-consent-for-a-visit',
  statements: ['alter table consent.consents add column appointment_id uuid'],
}
