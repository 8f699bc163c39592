import { operation } from '../../../../platform/contracts/operation.ts'
import { gatherClaimSources } from '../workflows/gather-claim-sources.ts'
import { draftFromNote } from '../model/assemble-claim.ts'
import type { BillingContext } from '../../ports.ts'
import { versionConflict } from '../../problems.ts'
import { assertChangeable, draftOf, keepRevised, revised } from '../workflows/revise-claim.ts'
import { readClaim } from '../store/claims.ts'
import { readTerms } from '../../fees/store/terms.ts'
import { gatherSurroundings } from '../workflows/gather-surroundings.ts'
import { answerOfClaim } from '../presenters/answer-of-claim.ts'

export const refreshClaim = operation<BillingContext>()('refreshClaim', {
  gather: async ({ path }, ports, reading) => {
    const claim = await readClaim(reading.db, reading, path.claimId)
    assertChangeable(claim)
    const terms = await readTerms(reading.db)
    const sources = await gatherClaimSources(ports, reading, terms, {
      visitId: claim.visitId,
      rootId: claim.rootId,
      followsId: claim.followsId,
      coverage: claim.coverageId === null ? 'by-day' : { id: claim.coverageId },
    })
    const surroundings = await gatherSurroundings(ports, reading, {
      patientId: claim.patientId,
      practitionerId: sources.note.practitionerId,
      payerId: sources.payer.id,
      coverageId: sources.coverage?.id ?? null,
    })
    return {
      version: claim.version,
      sources,
      surroundings,
      pack: ports.pack,
    }
  },
  keep: async ({ path }, { version, sources, surroundings, pack }, keeping) => {
    const before = await readClaim(keeping.tx, keeping, path.claimId, 'lock')
    if (before.version !== version) throw versionConflict()
    assertChangeable(before)
    const draft = { ...draftOf(before), ...draftFromNote(sources, pack) }
    const after = revised(before, draft, sources, pack, keeping, false)
    await keepRevised(keeping, before, after, sources)
    return { status: 200, body: answerOfClaim(after, surroundings) }
  },
})
