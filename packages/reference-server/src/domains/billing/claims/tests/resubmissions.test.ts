import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { components } from '@visitkit/contract'
import { acknowledgmentOf, inAnotherEnvelope, receive } from '../../remittances/tests/acknowledgments.testing.ts'
import { loadBillingPolicy } from '../../index.ts'
import { startBillingHospital, type BillingHospital } from '../../tests/billing-hospital.testing.ts'
import { deskOf } from './claims.testing.ts'
import { processContent } from '../../tests/mailbox-files.testing.ts'

type Claim = components['schemas']['Claim']

/** On one engine: the statements of these flows run on both in claims.test.ts and voids.test.ts. */
describe.each(['postgres'] as const)('a claim that was sent again, on %s', (engine) => {
  let hospital: BillingHospital
  beforeAll(async () => {
    hospital = await startBillingHospital(engine)
  })
  afterAll(() => hospital.stop())

  const { claimNow } = deskOf(() => hospital)
  const messagesOf = async ({ id }: Claim): Promise<components['schemas']['ClaimMessage'][]> =>
    (await hospital.biller.get(`/v1/claims/${id}/messages`)).body.items
  /** BHT03 of each file in which the claim was sent. */
  const referencesOf = async (claim: Claim): Promise<string[]> =>
    (await messagesOf(claim)).flatMap(({ kind, text }) =>
      kind === '837P' ? [/BHT\*0019\*00\*([^*]+)/.exec(text)?.[1] ?? ''] : [],
    )
  /** Rejected first, then accepted. `firstAnswer` is the payer's answer to the first submission. */
  const sentTwice = async (): Promise<{ claim: Claim; firstAnswer: string }> => {
    const claim = await hospital.claimOf((await hospital.insuredVisit()).visitId)
    const match = { control: claim.number }
    hospital.clearinghouse.script({ match, outcome: { kind: 'reject', status: 'A7:562:85' } })
    await hospital.submit(claim)
    await hospital.runJob('billing.transmit')
    const firstAnswer = acknowledgmentOf(hospital, claim)
    await hospital.exchange()
    const rejected = await claimNow(claim)
    expect(rejected.state).toBe('rejected')
    await fetch(`${hospital.clearinghouse.url}/control/reset`, { method: 'POST' })
    hospital.clearinghouse.script({ match, outcome: { kind: 'silence' } })
    await hospital.submit(rejected)
    await hospital.exchange()
    const accepted = await claimNow(claim)
    expect(accepted.state).toBe('accepted')
    return { claim: accepted, firstAnswer }
  }

  it('keeps its state when an answer to the first submission comes late, and keeps the answer', async () => {
    const { claim, firstAnswer } = await sentTwice()
    await receive(hospital, inAnotherEnvelope(firstAnswer))
    expect(await claimNow(claim)).toEqual(claim)
    expect((await messagesOf(claim)).map(({ kind }) => kind)).toEqual([
      ...['837P', '999', '277CA'],
      ...['837P', '999', '277CA'],
      '277CA',
    ])
    expect((await hospital.biller.post(`/v1/claims/${claim.id}/submit`, { version: claim.version })).body.code).toBe(
      'claim_sent',
    )
  })

  it('is distinguished from its first submission when a whole file is refused', async () => {
    const { claim } = await sentTwice()
    const [first = '', second = ''] = await referencesOf(claim)
    expect(first).not.toBe(second)
    const refuse = (reference: string) =>
      hospital.keep('billing', (context) => {
        const fileStatuses = [
          { category: 'A8', status: '24', entity: '41', action: 'reject', isOfLine: false } as const,
        ]
        const acknowledgments = {
          submitterId: null,
          fileReference: reference,
          claims: [],
          fileRejected: true,
          fileStatuses,
        }
        return processContent(context, { kind: 'claim-acknowledgments', acknowledgments })
      })
    await refuse(first)
    expect((await claimNow(claim)).state).toBe('accepted')
    await refuse(second)
    expect((await claimNow(claim)).state).toBe('rejected')
  })

  it('is still sent although the time for its first submission is over', async () => {
    const claim = await hospital.claimOf((await hospital.insuredVisit()).visitId)
    hospital.clearinghouse.script({
      match: { control: claim.number },
      outcome: { kind: 'reject', status: 'A7:562:85' },
    })
    const began = hospital.clock.now()
    await hospital.submit(claim)
    // The file arrives and its receipt is lost: the server tries again until the time for the submission is over.
    hospital.clearinghouse.fail({ fault: { kind: 'drop-after' }, route: 'interchanges' })
    await hospital.exchange()
    const rejected = await claimNow(claim)
    expect(rejected.state).toBe('rejected')
    hospital.clock.advance({ minutes: 10 })
    await hospital.submit(rejected)
    const { submissionHours } = await loadBillingPolicy()
    hospital.clock.set(new Date(began.getTime() + submissionHours * 3_600_000 + 1_000))
    await hospital.runJob('billing.transmit')
    // The sessions have ended three days later.
    const { rows } = await hospital.keep('billing', ({ tx }) =>
      sql<{ state: string }>`select state from billing.claims where id = ${claim.id}`.execute(tx),
    )
    expect(rows).toEqual([{ state: 'sending' }])
  })
})
