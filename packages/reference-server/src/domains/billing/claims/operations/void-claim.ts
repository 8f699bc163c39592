import { operation } from '../../../../platform/contracts/operation.ts'
import { newClaimNumber } from '../workflows/capture-charges.ts'
import { lineNumber } from '../model/assemble-claim.ts'
import type { ClaimRecord } from '../../kernel/model/claim-record.ts'
import type { BillingContext } from '../../ports.ts'
import { claimNotAnswered, noClearinghouse } from '../../problems.ts'
import { insertClaim, readClaim } from '../store/claims.ts'
import { sendClaim } from '../workflows/send-claim.ts'
import { gatherSurroundings } from '../workflows/gather-surroundings.ts'
import { answerOfClaim } from '../presenters/answer-of-claim.ts'
import { payerNumberOf } from '../workflows/payer-number-of.ts'

export const voidClaim = operation<BillingContext>()('voidClaim', {
  gather: async ({ path }, ports, reading) => {
    const claim = await readClaim(reading.db, reading, path.claimId)
    payerNumberOf(claim)
    const access = ports.clearinghouse.of(reading.caller.organizationId)
    if (access === null) throw noClearinghouse()
    const surroundings = await gatherSurroundings(ports, reading, claim)
    return { surroundings, account: access.account, policy: ports.policy }
  },
  /** Says again what the payer has, so that it is found there; nothing in it is checked anew, because nothing in it is claimed anew. */
  keep: async ({ path }, { surroundings, account, policy }, keeping) => {
    const { now, newId } = keeping
    const original = await readClaim(keeping.tx, keeping, path.claimId, 'lock')
    const payerClaimNumber = payerNumberOf(original)
    const { wire } = original.details
    if (wire === null) throw claimNotAnswered()
    const number = newClaimNumber()
    const draft: ClaimRecord = {
      ...original,
      id: newId(),
      number,
      followsId: original.id,
      frequency: 'void',
      state: 'ready',
      stale: false,
      blocking: 0,
      paidCents: 0,
      patientCents: 0,
      payerClaimNumber: null,
      controlNumber: null,
      history: [],
      submittedAt: null,
      changedAt: now,
      version: 1,
      details: {
        ...original.details,
        lines: original.details.lines.map((line) => ({ ...line, outcome: null })),
        deskNote: null,
        findings: [],
        wire: {
          ...wire,
          controlNumber: number,
          frequency: 'void',
          payerClaimNumber,
          lines: wire.lines.map((line, index) => ({
            ...line,
            controlNumber: lineNumber(number, original.details.lines[index]?.number ?? index + 1),
          })),
        },
      },
    }
    if (!(await insertClaim(keeping, draft))) throw claimNotAnswered()
    const sent = await sendClaim(keeping, draft, draft, { account, policy })
    return { status: 201, headers: { location: `/v1/claims/${sent.id}` }, body: answerOfClaim(sent, surroundings) }
  },
})
