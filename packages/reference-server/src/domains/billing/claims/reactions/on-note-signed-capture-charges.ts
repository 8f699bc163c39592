import { onEvent } from '../../../../platform/contracts/reaction.ts'
import { captureCharges } from '../workflows/capture-charges.ts'
import { gatherClaimSources } from '../workflows/gather-claim-sources.ts'
import { markClaimStale } from '../workflows/mark-claim-stale.ts'
import { readTerms } from '../../fees/store/terms.ts'
import type { BillingContext } from '../../ports.ts'

/**
 * Charges every service of the note, once and immediately, so that none is forgotten. If there is already a claim when the note is signed,
 * the claim is only marked as stale, and a person reviews it.
 */
export const onNoteSignedCaptureCharges = onEvent<BillingContext>()(
  ['documentation.note-signed'],
  'billing.capture-charges-on-note-signed',
  {
    gather: async ({ data }, ports, context) => {
      // An organization without billing settings bills in another system.
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
