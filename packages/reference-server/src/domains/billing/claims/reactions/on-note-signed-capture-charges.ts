import type { Reaction } from '../../../../platform/contracts/reaction.ts'
import { captureCharges } from '../workflows/capture-charges.ts'
import { gatherClaimSources } from '../workflows/gather-claim-sources.ts'
import { markStale } from '../workflows/mark-stale.ts'
import type { ClaimSources } from '../model/claim-sources.ts'
import { readTerms } from '../../fees/store/terms.ts'
import type { BillingContext } from '../../ports.ts'
import type { BillingPack } from '../../kernel/model/billing-pack.ts'

interface Gathered {
  readonly sources: ClaimSources
  readonly pack: BillingPack
}

/**
 * Whatever the note says was done is charged, once and at once: nothing is forgotten between the visit and the desk. A note that is
 * signed when there is a claim already changes nothing by itself; the claim is marked and a person looks.
 */
export const onNoteSignedCaptureCharges: Reaction<BillingContext, Gathered | null> = {
  event: 'documentation.note-signed',
  consumer: 'billing.capture-charges-on-note-signed',
  gather: async ({ data }, ports, reading) => {
    // An organization that was never set up to bill does its billing elsewhere.
    const terms = await readTerms(reading.db)
    if (terms.selfPayer === null) return null
    const visitId = String(data['visitId'])
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
    if (claim === null) await markStale(keeping, String(data['visitId']), { noteVersion: sources.note.version })
  },
}
