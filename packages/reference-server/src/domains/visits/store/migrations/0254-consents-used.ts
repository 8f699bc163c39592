import type { Migration } from '../../../../platform/contracts/migration.ts'

/** On which consents check-in and admission relied, so that a patient reads what each was used for. Ids, codes and times only. */
export const consentsUsed: Migration = {
  id: 'visits/0254-consents-used',
  statements: [`alter table visits.visits add column consents_used jsonb not null default '[]'`],
}
