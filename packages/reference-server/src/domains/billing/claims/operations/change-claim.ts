import { operation } from '../../../../platform/contracts/operation.ts'
import { gatherClaimSources } from '../workflows/gather-claim-sources.ts'
import type { ClaimDraft } from '../model/assemble-claim.ts'
import type { BillingContext } from '../../ports.ts'
import { unknownCode, versionConflict } from '../../problems.ts'
import { assertChangeable, draftOf, keepRevised, revised } from '../workflows/revise-claim.ts'
import { readClaim } from '../store/claims.ts'
import { readTerms } from '../../fees/store/terms.ts'
import { gatherSurroundings } from '../workflows/gather-surroundings.ts'
import { answerOfClaim } from '../presenters/answer-of-claim.ts'
import type { Body } from '../../../../platform/contracts/operation.ts'

export const changeClaim = operation<BillingContext>()('changeClaim', {
  gather: async ({ path, body }, ports, reading) => {
    const claim = await readClaim(reading.db, reading, path.claimId)
    assertChangeable(claim)
    const terms = await readTerms(reading.db)
    const sources = await gatherClaimSources(ports, reading, terms, {
      visitId: claim.visitId,
      rootId: claim.rootId,
      followsId: claim.followsId,
      coverage: { id: body.coverageId ?? claim.coverageId },
    })
    const surroundings = await gatherSurroundings(ports, reading, {
      patientId: claim.patientId,
      practitionerId: sources.note.practitionerId,
      payerId: sources.payer.id,
      coverageId: sources.coverage?.id ?? null,
    })
    return { sources, surroundings, pack: ports.pack }
  },
  keep: async ({ path, body }, { sources, surroundings, pack }, keeping) => {
    const before = await readClaim(keeping.tx, keeping, path.claimId, 'lock')
    if (before.version !== body.version) throw versionConflict()
    assertChangeable(before)
    const draft = changedDraft(draftOf(before), body)
    const after = revised(before, draft, sources, pack, keeping, before.stale)
    await keepRevised(keeping, before, after, sources)
    return { status: 200, body: answerOfClaim(after, surroundings) }
  },
})

/** What was done stays the note's to say: lines can be priced and pointed, neither added nor taken away. */
const changedDraft = (draft: ClaimDraft, body: Body<'changeClaim'>): ClaimDraft => {
  const stray = body.lines?.findIndex(({ number }) => !draft.lines.some((line) => line.number === number)) ?? -1
  if (stray >= 0) throw unknownCode(`/lines/${stray}/number`)
  return {
    ...draft,
    diagnoses: body.diagnosisCodes ?? draft.diagnoses,
    lines: draft.lines.map((line) => ({ ...line, ...body.lines?.find(({ number }) => number === line.number) })),
    priorAuthorization: body.priorAuthorization ?? draft.priorAuthorization,
    deskNote: body.note ?? draft.deskNote,
  }
}
