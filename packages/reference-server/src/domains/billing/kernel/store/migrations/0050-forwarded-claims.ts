import type { Migration } from '../../../../../platform/contracts/migration.ts'

/** The payer says that it has forwarded the claim to another one (CLP02 19). */
export const forwardedClaims: Migration = {
  id: 'billing/0050-forwarded-claims',
  statements: ['alter table billing.postings add column is_forwarded boolean not null default false'],
}
