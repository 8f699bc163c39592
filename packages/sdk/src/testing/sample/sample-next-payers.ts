import type { Claim, Coverage, WaitingBalance } from '../../generated/models.ts'
import type { TestHandlers } from '../test-handlers.ts'
import { problem } from '../test-problem.ts'
import { find, page } from './sample-state.ts'

interface NextPayersSources {
  readonly claims: readonly Claim[]
  readonly coverages: readonly Coverage[]
  readonly updateClaim: (before: Claim, change: Partial<Claim>) => Claim
  readonly rightNow: () => string
}

/** Balances that wait for the next payer. */
export const nextPayersSample = ({ claims, coverages, updateClaim, rightNow }: NextPayersSources): TestHandlers => {
  const balanceOf = (claim: Claim): WaitingBalance[] => {
    const { id, number, patientId, patient, serviceDate, nextPayer } = claim
    const waitsFor = nextPayer?.waitsFor
    return waitsFor
      ? [{ claimId: id, claimNumber: number, patientId, ...(patient && { patient }), serviceDate, ...waitsFor }]
      : []
  }
  return {
    listWaitingBalances: ({ query }) => {
      const { items, nextCursor } = page(
        claims.filter((claim) => balanceOf(claim).length > 0),
        query,
      )
      return { items: items.flatMap(balanceOf), nextCursor }
    },
    sendToNextPayer: ({ path, body }) => {
      const claim = find(claims, path.claimId)
      const { waitsFor, answers = [], claim: earlier } = claim.nextPayer ?? {}
      if (waitsFor?.coverageId !== body.coverageId) throw problem(409, 'next_payer_not_awaited')
      if (answers.some(({ claimNumber }) => claimNumber === undefined)) throw problem(409, 'claim_blocked')
      if (earlier && earlier.state !== 'rejected' && earlier.state !== 'undelivered')
        throw problem(409, 'next_claim_sent')
      const at = rightNow()
      const sent = { number: 'C0000-0000-0002', ...body, state: 'sending' as const, sentAt: at, changedAt: at }
      return updateClaim(claim, { nextPayer: { waitsFor, answers, claim: sent } })
    },
    answerNextPayer: ({ path, body }) => {
      const claim = find(claims, path.claimId)
      const { waitsFor, answers = [], claim: sent } = claim.nextPayer ?? {}
      if (waitsFor?.coverageId !== body.coverageId) throw problem(409, 'next_payer_not_awaited')
      const { paidCents, discountCents, patientCents } = body
      if (paidCents + discountCents + patientCents !== waitsFor.amountCents)
        throw problem(409, 'next_payer_amounts_differ')
      if (waitsFor.payer.kind === 'medicaid' && paidCents === 0 && patientCents > 0)
        throw problem(409, 'balance_billing_prohibited')
      return updateClaim(claim, {
        patientCents,
        nextPayer: { ...(sent && { claim: sent }), answers: [...answers, { ...body, at: rightNow() }] },
      })
    },
    undoNextPayer: ({ path, body }) => {
      const claim = find(claims, path.claimId)
      const answers = claim.nextPayer?.answers ?? []
      const last = answers.at(-1)
      if (last?.coverageId !== body.coverageId) throw problem(409, 'next_payer_not_awaited')
      const amountCents = last.paidCents + last.discountCents + last.patientCents
      const { payer } = find(coverages, body.coverageId)
      const waitsFor = { coverageId: body.coverageId, payer, amountCents }
      return updateClaim(claim, { patientCents: 0, nextPayer: { waitsFor, answers: answers.slice(0, -1) } })
    },
  }
}
