import { nothingToDo, onEvents, type PageSteps } from '../../../../platform/contracts/reaction.ts'
import type { EventData } from '../../../../platform/contracts/event.ts'
import { outdatesClaim, markClaimStale, type SourceVersions } from '../workflows/mark-claim-stale.ts'
import type { ClaimFacts } from '../../kernel/model/claim-record.ts'
import type { BillingContext } from '../../ports.ts'
import { listLatestClaimsByVisit } from '../store/related-claims.ts'

type Changed = 'documentation.note-addended' | 'visits.changed'

const markStaleWhen = <Type extends Changed>(
  seenIn: (data: EventData[Type]) => SourceVersions,
): PageSteps<Type, BillingContext, ReadonlyMap<string, ClaimFacts>> => ({
  gather: async (page, _, { db, access }) => {
    const claims = await listLatestClaimsByVisit(
      db,
      page.map(({ data }) => data.visitId),
    )
    const outdated = page.flatMap(({ data }) => {
      const claim = claims.get(data.visitId)
      return claim !== undefined && outdatesClaim(claim, seenIn(data)) ? [claim] : []
    })
    if (outdated.length === 0) return nothingToDo
    for (const { patientId } of outdated) access.touch(patientId)
    return claims
  },
  decide: ({ data }, claims, context) => {
    const claim = claims.get(data.visitId)
    return claim === undefined ? nothingToDo : markClaimStale(context, claim, seenIn(data))
  },
})

/** An addendum does not change what was signed, but may explain why a service differs from what was billed. */
export const onNoteAddendedMarkClaimStale = onEvents<BillingContext>()(
  ['documentation.note-addended'],
  'billing.mark-claim-stale-on-note-addended',
  markStaleWhen(({ version }) => ({ noteVersion: version })),
)

/** The patient's location, and whether the visit took place, decide what may be billed. */
export const onVisitChangedMarkClaimStale = onEvents<BillingContext>()(
  ['visits.changed'],
  'billing.mark-claim-stale-on-visit-changed',
  markStaleWhen(({ version }) => ({ visitVersion: version })),
)
