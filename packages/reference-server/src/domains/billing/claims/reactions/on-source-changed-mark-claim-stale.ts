import { nothingToDo } from '../../../../platform/contracts/reaction.ts'
import { onEvent, type EventSteps } from '../../../../platform/contracts/reaction.ts'
import type { EventData } from '../../../../platform/contracts/event.ts'
import { outdatesClaim, markClaimStale, type SourceVersions } from '../workflows/mark-claim-stale.ts'
import type { BillingContext } from '../../ports.ts'
import { findLatestClaimByVisit } from '../store/related-claims.ts'

type Changed = 'documentation.note-addended' | 'visits.changed'

const markStaleWhen = <Type extends Changed>(
  seenIn: (data: EventData[Type]) => SourceVersions,
): EventSteps<Type, BillingContext, undefined> => ({
  gather: async ({ data }, _, { db }) => {
    const claim = await findLatestClaimByVisit(db, data.visitId)
    return claim !== null && outdatesClaim(claim, seenIn(data)) ? undefined : nothingToDo
  },
  keep: async ({ data }, _, context) => markClaimStale(context, data.visitId, seenIn(data)),
})

/** An addendum does not change what was signed, but may explain why a service differs from what was billed. */
export const onNoteAddendedMarkClaimStale = onEvent<BillingContext>()(
  ['documentation.note-addended'],
  'billing.mark-claim-stale-on-note-addended',
  markStaleWhen(({ version }) => ({ noteVersion: version })),
)

/** The patient's location, and whether the visit took place, decide what may be billed. */
export const onVisitChangedMarkClaimStale = onEvent<BillingContext>()(
  ['visits.changed'],
  'billing.mark-claim-stale-on-visit-changed',
  markStaleWhen(({ version }) => ({ visitVersion: version })),
)
