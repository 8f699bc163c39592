import { nothingToDo, type Reaction } from '../../../../platform/contracts/reaction.ts'
import type { DomainEvent } from '../../../../platform/contracts/event.ts'
import { isNews, markStale, type Seen } from '../workflows/mark-stale.ts'
import type { BillingContext } from '../../ports.ts'
import { latestClaimOfVisit } from '../store/related-claims.ts'

const markOn = (
  event: string,
  consumer: string,
  seenIn: (data: DomainEvent['data']) => Seen,
): Reaction<BillingContext, undefined> => ({
  event,
  consumer,
  gather: async ({ data }, _, { db }) => {
    const claim = await latestClaimOfVisit(db, String(data['visitId']))
    return claim !== null && isNews(claim, seenIn(data)) ? undefined : nothingToDo
  },
  keep: async ({ data }, _, keeping) => markStale(keeping, String(data['visitId']), seenIn(data)),
})

/** An addendum is no change of what was signed, but it may say why a service was given otherwise than it was billed. */
export const onNoteAddendedMarkClaimStale = markOn(
  'documentation.note-addended',
  'billing.mark-claim-stale-on-note-addended',
  ({ version }) => ({ noteVersion: Number(version ?? Number.MAX_SAFE_INTEGER) }),
)

/** Where the patient was, or whether the visit took place at all, decides what may be billed. */
export const onVisitChangedMarkClaimStale = markOn(
  'visits.changed',
  'billing.mark-claim-stale-on-visit-changed',
  ({ version }) => ({ visitVersion: Number(version) }),
)
