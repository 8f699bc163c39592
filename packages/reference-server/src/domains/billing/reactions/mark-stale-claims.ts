import type { Reaction } from '../../../domain-module.ts'
import { markStale } from '../mark-stale.ts'
import type { BillingContext } from '../ports.ts'

/** An addendum is no change of what was signed, but it may say why a service was given otherwise than it was billed. */
export const onNoteAddendedMarkClaimStale: Reaction<BillingContext, undefined> = {
  event: 'documentation.note-addended',
  consumer: 'billing.mark-claim-stale-on-note-addended',
  keep: async ({ data }, _, keeping) =>
    markStale(keeping, String(data['visitId']), { noteVersion: Number(data['version'] ?? Number.MAX_SAFE_INTEGER) }),
}

/** Where the patient was, or whether the visit took place at all, decides what may be billed. */
export const onVisitChangedMarkClaimStale: Reaction<BillingContext, undefined> = {
  event: 'visits.changed',
  consumer: 'billing.mark-claim-stale-on-visit-changed',
  keep: async ({ data }, _, keeping) =>
    markStale(keeping, String(data['visitId']), { visitVersion: Number(data['version']) }),
}
