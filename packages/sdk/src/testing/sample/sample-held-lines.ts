import type { Claim, ClaimSummary, HeldLine, Remittance, RemittanceLine } from '../../generated/models.ts'
import type { TestHandlers } from '../test-handlers.ts'
import { problem } from '../test-problem.ts'
import { find, page, type SampleContext } from './sample-state.ts'

type Payment = Remittance & { lines: RemittanceLine[] }

interface HeldLinesSources {
  readonly remittances: Payment[]
  readonly claims: Claim[]
  readonly live: SampleContext['live']
  readonly rightNow: () => string
  readonly summaryOf: (claim: Claim) => ClaimSummary
}

/**
 * Remittance lines that need a person: one that matches a claim under the payer's own number, and one of a payment that does not balance.
 */
export const heldLinesSample = ({ remittances, claims, live, rightNow, summaryOf }: HeldLinesSources): TestHandlers => {
  const waits = ({ posted, resolution }: RemittanceLine): boolean => !posted && resolution === undefined
  const heldLines = (): HeldLine[] =>
    remittances.flatMap(({ id: remittanceId, payer, traceNumber, paidOn, lines, unbalanced: unbalancedPayment }) =>
      lines.flatMap((line) =>
        line.holdReason
          ? [{ ...line, remittanceId, unbalancedPayment, payerName: payer.name, traceNumber, paidOn }]
          : [],
      ),
    )
  const renewed = (payment: Payment): Payment => {
    const unmatched = payment.lines.filter(waits).length
    const isResolvedExternally =
      payment.lines.some(({ resolution }) => resolution === 'external') || payment.externalResolution
    return {
      ...payment,
      unmatched,
      status: unmatched > 0 ? 'needs-work' : isResolvedExternally ? 'resolved-externally' : 'posted',
    }
  }
  const updatePayment = (after: Payment): Payment => {
    const next = renewed(after)
    remittances[remittances.findIndex(({ id }) => id === after.id)] = next
    live.emit({ type: 'claim.changed', ids: {} })
    return next
  }
  const resolveLine = (lineId: string, change: Partial<RemittanceLine>): RemittanceLine => {
    const held = find(heldLines(), lineId)
    if (!waits(held)) throw problem(409, 'already_resolved')
    const payment = find(remittances, held.remittanceId)
    const lines = payment.lines.map((line) =>
      line.id === lineId ? { ...line, ...change, resolvedAt: rightNow() } : line,
    )
    const postedCents = payment.postedCents + (change.posted ? held.paidCents : 0)
    return find(updatePayment({ ...payment, lines, postedCents }).lines, lineId)
  }
  return {
    listHeldLines: ({ query }) =>
      page(
        heldLines().filter((line) => waits(line) && (!query.reason || line.holdReason === query.reason)),
        query,
      ),
    getHeldLine: ({ path, query }) => {
      const line = find(heldLines(), path.lineId)
      const fits = ({ chargeCents, submittedAt, state, number }: Claim): boolean =>
        query.number === undefined
          ? chargeCents === line.chargeCents &&
            submittedAt !== undefined &&
            (state === 'accepted' || state === 'received')
          : number === query.number.trim().toUpperCase()
      return {
        ...line,
        origin: {
          usage: 'test',
          receiverId: 'SAMPLEHEALTH',
          payerNumber: line.holdReason === 'payer-unknown' ? '1777777777' : '1900000002',
          payerIds: [],
          payeeNpi: '1999999984',
          payeeTaxId: '999999999',
        },
        payerClaimNumber: 'PAYER-311',
        payerPatient: { name: 'ALEX EXAMPLE', memberNumbers: ['MEM0000311'] },
        services: [
          { code: 'G2012', serviceDate: line.paidOn, chargeCents: line.chargeCents, paidCents: line.paidCents },
        ],
        candidates: line.holdReason === 'unbalanced' || !waits(line) ? [] : claims.filter(fits).map(summaryOf),
      }
    },
    matchHeldLine: ({ path, body }) => {
      const line = find(heldLines(), path.lineId)
      const claim = find(claims, body.claimId)
      const isForeign = line.holdReason === 'payer-unknown' && body.origin === undefined
      if (isForeign || line.holdReason === 'unbalanced' || claim.chargeCents !== line.chargeCents)
        throw problem(409, 'line_not_postable')
      return resolveLine(path.lineId, {
        claimId: claim.id,
        patientId: claim.patientId,
        posted: true,
        resolution: 'matched',
      })
    },
    resolveHeldLine: ({ path, body }) =>
      resolveLine(path.lineId, { resolution: 'external', externalResolution: body.reason }),
    resolveRemittance: ({ path, body }) => {
      const payment = find(remittances, path.remittanceId)
      if (payment.status !== 'needs-work') throw problem(409, 'already_resolved')
      const resolution = { resolution: 'external', externalResolution: body.reason, resolvedAt: rightNow() } as const
      const lines = payment.lines.map((line) => (waits(line) ? { ...line, ...resolution } : line))
      return updatePayment({ ...payment, lines, externalResolution: body.reason })
    },
  }
}
