import { onEvent } from '../../../../platform/contracts/reaction.ts'
import { captureCharges } from '../workflows/capture-charges.ts'
import { gatherClaimSources } from '../workflows/gather-claim-sources.ts'
import { markClaimStale } from '../workflows/mark-claim-stale.ts'
import { readTerms } from '../../fees/store/terms.ts'
import type { BillingContext } from '../../ports.ts'

/**
 * Whatever the note says was done is charged, once and at once: nothing is forgotten between the visit and the desk. A note that is
 * signed when there is a claim already changes nothing by itself; the claim is marked and a person looks.
 */
export const onNoteSignedCaptureCharges = onEvent<BillingContext>()(
  ['documentation.note-signed'],
  'billing.capture-charges-on-note-signed',
  {
    gather: async ({ data }, ports, context) => {
      // An organization that was never set up to bill does its billing elsewhere.
      const terms = await readTerms(context.db)
      if (terms.selfPayer === null) return null
      const visitId = data.visitId
      const sources = await gatherClaimSources(ports, context, terms, {
        visitId,
        rootId: null,
        followsId: null,
        coverage: 'by-day',
      })
      return { sources, pack: ports.pack }
    },
    keep: async ({ data }, gathered, context) => {
      if (gathered === null) return
      const { sources, pack } = gathered
      const claim = await captureCharges(context, sources, pack)
      if (claim === null) await markClaimStale(context, data.visitId, { noteVersion: sources.note.version })
    },
  },
)
