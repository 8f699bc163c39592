import { operation } from '../../../platform/http/operation.ts'
import { newClaimNumber } from '../capture-charges.ts'
import { claimTold } from '../events.ts'
import { gatherClaimSources } from '../gather-claim-sources.ts'
import { assembleClaim, draftFromNote } from '../model/assemble-claim.ts'
import { decided, type ClaimRecord } from '../model/claim-record.ts'
import type { BillingContext } from '../ports.ts'
import { claimNotAnswered } from '../problems.ts'
import { draftOf } from '../revise-claim.ts'
import { insertClaim, readClaim } from '../store/claims.ts'
import { readCoverage } from '../store/coverages.ts'
import { readTerms } from '../store/terms.ts'
import { answerOfClaim, gatherSurroundings } from './answer-of-claim.ts'

/** Answered, by a payer whose number for it we know, and still what stands for its visit. */
export const payerNumberOf = ({ state, frequency, payerClaimNumber }: ClaimRecord): string => {
  if (!decided.has(state) || frequency === 'void' || payerClaimNumber === null) throw claimNotAnswered()
  return payerClaimNumber
}

export const correctClaim = operation<BillingContext>()('correctClaim', {
  gather: async ({ path }, ports, reading) => {
    const claim = await readClaim(reading.db, reading, path.claimId)
    payerNumberOf(claim)
    const [terms, coverage] = await Promise.all([
      readTerms(reading.db),
      claim.coverageId === null ? null : readCoverage(reading.db, reading, claim.coverageId),
    ])
    const asked = { visitId: claim.visitId, rootId: claim.rootId, coverage: { found: coverage } }
    const [sources, surroundings] = await Promise.all([
      gatherClaimSources(ports, reading, terms, asked),
      gatherSurroundings(ports, reading, claim, { terms, coverage }),
    ])
    return { sources, surroundings, pack: ports.pack }
  },
  keep: async ({ path }, { sources, surroundings, pack }, keeping) => {
    const { now, newId } = keeping
    const original = await readClaim(keeping.tx, keeping, path.claimId, 'lock')
    const replaces = payerNumberOf(original)
    const draft = {
      ...draftOf(original, replaces),
      // Whatever made the claim stale is what has to be corrected.
      ...(original.stale ? draftFromNote(sources, pack) : {}),
      number: newClaimNumber(),
      frequency: 'replacement' as const,
    }
    const assembled = assembleClaim(sources, draft, pack, now)
    const claim: ClaimRecord = {
      ...original,
      ...assembled,
      id: newId(),
      number: draft.number,
      followsId: original.id,
      frequency: 'replacement',
      stale: false,
      paidCents: 0,
      patientCents: 0,
      payerClaimNumber: null,
      controlNumber: null,
      history: [{ at: now.toISOString(), state: assembled.state, by: 'member' }],
      submittedAt: null,
      changedAt: now,
      version: 1,
    }
    if (!(await insertClaim(keeping, claim))) throw claimNotAnswered()
    await keeping.emit(claimTold(claim))
    return { status: 201, headers: { location: `/v1/claims/${claim.id}` }, body: answerOfClaim(claim, surroundings) }
  },
})
