import { onEvent } from '../../../../platform/contracts/reaction.ts'
import { captureCharges } from '../workflows/capture-charges.ts'
import { gatherClaimSources } from '../workflows/gather-claim-sources.ts'
import { markStale } from '../workflows/mark-stale.ts'
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
    gather: async ({ data }, ports, reading) => {
      // An organization that was never set up to bill does its billing elsewhere.
      const terms = await readTerms(reading.db)
      if (terms.selfPayer === null) return null
      const visitId = data.visitId
      const sources = await gatherClaimSources(ports, reading, terms, {
        visitId,
        rootId: null,
        followsId: null,
        coverage: 'by-day',
      })
      return { sources, pack: ports.pack }
    },
    keep: async ({ data }, gathered, keeping) => {
      if (gathered === null) return
      const { sources, pack } = gathered
      const claim = await captureCharges(keeping, sources, pack)
      if (claim === null) await markStale(keeping, data.visitId, { noteVersion: sources.note.version })
    },
  },
)
