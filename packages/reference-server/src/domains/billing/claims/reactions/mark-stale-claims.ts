import { nothingToDo } from '../../../../platform/contracts/reaction.ts'
import { onEvent, type EventSteps } from '../../../../platform/contracts/reaction.ts'
import type { EventData } from '../../../../platform/contracts/event.ts'
import { isNews, markStale, type Seen } from '../workflows/mark-stale.ts'
import type { BillingContext } from '../../ports.ts'
import { latestClaimOfVisit } from '../store/related-claims.ts'

type Changed = 'documentation.note-addended' | 'visits.changed'

const markWhen = <Type extends Changed>(
  seenIn: (data: EventData[Type]) => Seen,
): EventSteps<Type, BillingContext, undefined> => ({
  gather: async ({ data }, _, { db }) => {
    const claim = await latestClaimOfVisit(db, data.visitId)
    return claim !== null && isNews(claim, seenIn(data)) ? undefined : nothingToDo
  },
  keep: async ({ data }, _, keeping) => markStale(keeping, data.visitId, seenIn(data)),
})

/** An addendum is no change of what was signed, but it may say why a service was given otherwise than it was billed. */
export const onNoteAddendedMarkClaimStale = onEvent<BillingContext>()(
  ['documentation.note-addended'],
  'billing.mark-claim-stale-on-note-addended',
  markWhen(({ version }) => ({ noteVersion: version })),
)

/** Where the patient was, or whether the visit took place at all, decides what may be billed. */
export const onVisitChangedMarkClaimStale = onEvent<BillingContext>()(
  ['visits.changed'],
  'billing.mark-claim-stale-on-visit-changed',
  markWhen(({ version }) => ({ visitVersion: version })),
)
