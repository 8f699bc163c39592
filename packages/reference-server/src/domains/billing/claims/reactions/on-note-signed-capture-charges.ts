import { nothingToDo, onEvent } from '../../../../platform/contracts/reaction.ts'
import { captureCharges } from '../workflows/capture-charges.ts'
import { gatherClaimSources } from '../workflows/gather-claim-sources.ts'
import { markClaimStale } from '../workflows/mark-claim-stale.ts'
import { readTerms } from '../../fees/store/terms.ts'
import { findVisitAccount } from '../../accounts/store/visit-accounts.ts'
import type { BillingContext } from '../../ports.ts'
import { findLatestClaimByVisit } from '../store/related-claims.ts'

/**
 * Charges every service of the note, once and immediately, so that none is forgotten. If there is already a claim when the note is signed,
 * the claim is only marked as stale, and a person reviews it.
 */
export const onNoteSignedCaptureCharges = onEvent<BillingContext>()(
  ['documentation.note-signed'],
  'billing.capture-charges-on-note-signed',
  {
    gather: async ({ data: { visitId } }, ports, context) => {
      // An organization without billing settings bills in another system.
      const [terms, account] = await Promise.all([readTerms(context.db), findVisitAccount(context.db, visitId)])
      if (terms.selfPayer === null) return nothingToDo
      const asked = { visitId, rootId: null, followsId: null, coverage: 'by-day', account } as const
      const sources = await gatherClaimSources(ports, context, terms, asked)
      // A claim is never made without the account of its visit.
      const claim = sources.account === null ? null : await findLatestClaimByVisit(context.db, visitId)
      return { sources, claim, pack: ports.pack }
    },
    decide: (_, { sources, claim, pack }, context) => {
      if (claim !== null) return markClaimStale(context, claim, { noteVersion: sources.note.version })
      const { writes, events } = captureCharges(context, sources, pack)
      return { writes, events, answer: undefined }
    },
  },
)
