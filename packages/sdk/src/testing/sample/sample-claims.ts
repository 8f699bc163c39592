import type { Claim, ClaimFinding, ClaimLine, ClaimMessage, ClaimState, ClaimSummary } from '../../generated/models.ts'
import { problem } from '../test-problem.ts'
import { invalidPointerFinding, sampleClaimList, sampleLines } from './sample-claim-list.ts'
import { claimWorkSample } from './sample-claim-work.ts'
import { cardSample } from './sample-card.ts'
import { coveragesSample } from './sample-coverages.ts'
import type { SampleDomain } from './sample-domain.ts'
import { heldLinesSample } from './sample-held-lines.ts'
import { statusInquiriesSample } from './sample-status-inquiries.ts'
import { nextPayersSample } from './sample-next-payers.ts'
import { find, instant, page } from './sample-state.ts'

/** The payer does not have the claim: it can be changed and sent. */
const changeable: ReadonlySet<ClaimState> = new Set(['blocked', 'ready', 'self-pay', 'rejected', 'undelivered'])
const isTakenBack = ({ state, frequency }: Claim): boolean => state === 'voided' && frequency !== '8'
const decided: ReadonlySet<ClaimState> = new Set(['paid', 'partially-paid', 'denied'])

/** The transactions of every claim here, shortened. */
const sampleTransactions = [
  [
    '837P',
    'out',
    'ST*837*0001*005010X222A1~\nBHT*0019*00*{number}*20261124*0900*CH~\nCLM*{number}*180***10:B:1~\nSE*4*0001~',
  ],
  ['999', 'in', 'ST*999*0001*005010X231A1~\nAK1*HC*1*005010X222A1~\nAK9*A*1*1*1~\nSE*4*0001~'],
] as const

/** The claims of a small clinic: one in each state that needs work, and two payments of payers. */
export const claimsSample: SampleDomain = ({ live, now, newId }) => {
  const { claims, remittances, payers, coverages } = sampleClaimList(now)
  const card = cardSample(now, newId)
  const rightNow = (): string => instant(now())

  const summaryOf = ({ findings, history, ...one }: Claim): ClaimSummary => ({
    id: one.id,
    number: one.number,
    visitId: one.visitId,
    patientId: one.patientId,
    ...(one.patient && { patient: one.patient }),
    payer: one.payer,
    state: one.state,
    stale: one.stale,
    blocking: findings.filter(({ severity }) => severity === 'error').length,
    serviceDate: one.serviceDate,
    fileBy: one.fileBy,
    chargeCents: one.chargeCents,
    paidCents: one.paidCents,
    patientCents: one.patientCents,
    changedAt: history.at(-1)?.at ?? rightNow(),
    version: one.version,
  })
  const held = heldLinesSample({ remittances, claims, live, rightNow, summaryOf })
  const emitChanged = ({ id, patientId, visitId }: Claim): void =>
    live.emit({ type: 'claim.changed', ids: { claimId: id, patientId, visitId } })
  /** Replaces the claim with a changed copy. */
  const updateClaim = (before: Claim, change: Partial<Claim>): Claim => {
    const after = { ...before, ...change, version: before.version + 1 }
    if (after.state !== before.state)
      after.history = [...before.history, { at: rightNow(), state: after.state, by: 'member' }]
    claims[claims.findIndex(({ id }) => id === before.id)] = after
    emitChanged(after)
    return after
  }
  const work = claimWorkSample({ claims, live, newId, rightNow, updateClaim, summaryOf })
  const toChange = (claimId: string): Claim => {
    const found = find(claims, claimId)
    if (!changeable.has(found.state) || found.frequency === '8') throw problem(409, 'claim_sent')
    return found
  }
  const follow = (claimId: string, frequency: '1' | '7' | '8'): Claim => {
    const original = find(claims, claimId)
    if (frequency !== '1' && !decided.has(original.state)) throw problem(409, 'claim_not_adjudicated')
    const state: ClaimState = frequency === '8' ? 'sending' : 'ready'
    const next: Claim = {
      ...original,
      id: newId('claim'),
      number: `${original.number}R`,
      frequency,
      follows: original.id,
      state,
      lines: sampleLines(),
      paidCents: 0,
      patientCents: 0,
      history: [{ at: rightNow(), state, by: 'member' }],
      version: 1,
    }
    claims.push(next)
    emitChanged(next)
    return next
  }
  /** Runs the two checks of the sample again. */
  const checked = (of: readonly ClaimLine[]): ClaimFinding[] =>
    of.some(({ diagnosisPointers }) => diagnosisPointers.length === 0) ? [invalidPointerFinding] : []

  return () => ({
    ...coveragesSample({ coverages, payers, live, newId, rightNow }),
    ...card,
    listClaims: ({ query }) => {
      const wanted = claims.filter(
        ({ state, payer }) =>
          (query.state === undefined || state === query.state) &&
          (query.payerId === undefined || payer.id === query.payerId),
      )
      return page(wanted.toSorted((a, b) => a.fileBy.localeCompare(b.fileBy)).map(summaryOf), query)
    },
    countClaims: () => {
      const states = [...new Set(claims.map(({ state }) => state))]
      return {
        items: states.map((state) => {
          const those = claims.filter((one) => one.state === state)
          return { state, count: those.length, chargeCents: those.reduce((sum, one) => sum + one.chargeCents, 0) }
        }),
      }
    },
    getClaim: ({ path }) => find(claims, path.claimId),
    changeClaim: ({ path, body }) => {
      const before = toChange(path.claimId)
      if (body.version !== before.version) throw problem(409, 'version_conflict')
      const next = before.lines.map((line) => ({
        ...line,
        ...body.lines?.find(({ number }) => number === line.number),
      }))
      const findings = checked(next)
      return updateClaim(before, {
        lines: next,
        findings,
        chargeCents: next.reduce((sum, { chargeCents }) => sum + chargeCents, 0),
        state: findings.length > 0 ? 'blocked' : before.state === 'blocked' ? 'ready' : before.state,
        ...(body.note !== undefined && { note: body.note }),
        ...(body.diagnosisCodes && { diagnosisCodes: body.diagnosisCodes }),
      })
    },
    refreshClaim: ({ path }) => {
      const before = toChange(path.claimId)
      const state = before.state === 'blocked' ? 'ready' : before.state
      return updateClaim(before, { stale: false, findings: [], lines: sampleLines(), state })
    },
    submitClaim: ({ path, body }) => {
      const before = toChange(path.claimId)
      if (body.version !== before.version) throw problem(409, 'version_conflict')
      const blocks = before.findings.some(({ severity }) => severity === 'error')
      if (blocks || before.stale || before.state === 'self-pay') throw problem(409, 'claim_blocked')
      return updateClaim(before, { state: 'sending', submittedAt: rightNow() })
    },
    correctClaim: ({ path }) => follow(path.claimId, isTakenBack(find(claims, path.claimId)) ? '1' : '7'),
    voidClaim: ({ path }) => follow(path.claimId, '8'),
    listClaimMessages: ({ path }) => {
      const { id: claimId, patientId, number, submittedAt } = find(claims, path.claimId)
      const items: ClaimMessage[] = submittedAt
        ? sampleTransactions.map(([kind, direction, text]) => ({
            id: `${claimId}-${kind}`,
            kind,
            direction,
            at: submittedAt,
            text: text.replaceAll('{number}', number),
          }))
        : []
      return { claimId, patientId, items }
    },
    listRemittances: ({ query }) =>
      page(
        remittances
          .filter(({ status }) => query.status === undefined || status === query.status)
          .map(({ lines: _lines, ...summary }) => summary),
        query,
      ),
    getRemittance: ({ path }) => find(remittances, path.remittanceId),
    ...held,
    ...nextPayersSample({ claims, coverages, updateClaim, rightNow }),
    ...statusInquiriesSample({ claims, newId: () => newId('inquiry'), rightNow }),
    ...work,
  })
}
