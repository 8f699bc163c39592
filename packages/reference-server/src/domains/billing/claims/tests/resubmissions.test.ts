import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { components } from '@visitkit/contract'
import { acknowledgmentOf, inAnotherEnvelope, receive } from '../../remittances/tests/acknowledgments.testing.ts'
import { loadBillingPolicy } from '../../index.ts'
import { startClinic, type TestClinic } from '../../tests/clinic.testing.ts'
import { deskOf } from './claims.testing.ts'
import { processMailboxFiles } from '../../remittances/workflows/process-mailbox-files.ts'

type Claim = components['schemas']['Claim']

describe.each(['pglite', 'postgres'] as const)('a claim that was sent again, on %s', (engine) => {
  let clinic: TestClinic
  beforeAll(async () => {
    clinic = await startClinic(engine)
  })
  afterAll(() => clinic.stop())

  const { claimNow } = deskOf(() => clinic)
  const messagesOf = async ({ id }: Claim): Promise<components['schemas']['ClaimMessage'][]> =>
    (await clinic.biller.get(`/v1/claims/${id}/messages`)).body.items
  /** BHT03 of each file that the claim went out in. */
  const referencesOf = async (claim: Claim): Promise<string[]> =>
    (await messagesOf(claim)).flatMap(({ kind, text }) =>
      kind === '837P' ? [/BHT\*0019\*00\*([^*]+)/.exec(text)?.[1] ?? ''] : [],
    )
  /** Rejected, and with the payer the second time; what the payer had said of the first. */
  const sentTwice = async (): Promise<{ claim: Claim; firstAnswer: string }> => {
    const patientId = await clinic.addPatient()
    await clinic.insure(patientId)
    const claim = await clinic.claimOf(await clinic.visitOf(patientId))
    const match = { control: claim.number }
    clinic.clearinghouse.script({ match, outcome: { kind: 'reject', status: 'A7:562:85' } })
    await clinic.submit(claim)
    await clinic.job('billing.transmit')
    const firstAnswer = acknowledgmentOf(clinic, claim)
    await clinic.exchange()
    const rejected = await claimNow(claim)
    expect(rejected.state).toBe('rejected')
    await fetch(`${clinic.clearinghouse.url}/control/reset`, { method: 'POST' })
    clinic.clearinghouse.script({ match, outcome: { kind: 'silence' } })
    await clinic.submit(rejected)
    await clinic.exchange()
    const accepted = await claimNow(claim)
    expect(accepted.state).toBe('accepted')
    return { claim: accepted, firstAnswer }
  }

  it('is not overturned by a word about the first time that comes late; the word is kept', async () => {
    const { claim, firstAnswer } = await sentTwice()
    await receive(clinic, inAnotherEnvelope(firstAnswer))
    expect(await claimNow(claim)).toEqual(claim)
    expect((await messagesOf(claim)).map(({ kind }) => kind)).toEqual([
      ...['837P', '999', '277CA'],
      ...['837P', '999', '277CA'],
      '277CA',
    ])
    expect((await clinic.biller.post(`/v1/claims/${claim.id}/submit`, { version: claim.version })).body.code).toBe(
      'claim_sent',
    )
  })

  it('is told from the first time where its whole file is refused', async () => {
    const { claim } = await sentTwice()
    const [first = '', second = ''] = await referencesOf(claim)
    expect(first).not.toBe(second)
    const refuse = (reference: string) =>
      clinic.server.keep('billing', (context) => {
        const fileStatuses = [{ category: 'A8', status: '24', entity: '41' }]
        const acknowledgments = { fileReference: reference, claims: [], fileRejected: true, fileStatuses }
        return processMailboxFiles(context, [
          { content: '', parts: [{ kind: 'claim-acknowledgments', acknowledgments }] },
        ])
      })
    await refuse(first)
    expect((await claimNow(claim)).state).toBe('accepted')
    await refuse(second)
    expect((await claimNow(claim)).state).toBe('rejected')
  })

  it('is not given up because nobody answered the first time', async () => {
    const patientId = await clinic.addPatient()
    await clinic.insure(patientId)
    const claim = await clinic.claimOf(await clinic.visitOf(patientId))
    clinic.clearinghouse.script({
      match: { control: claim.number },
      outcome: { kind: 'reject', status: 'A7:562:85' },
    })
    const began = clinic.server.clock.now()
    await clinic.submit(claim)
    // The file arrives and its receipt does not, so that it is tried again until its time is over.
    clinic.clearinghouse.fail({ fault: { kind: 'drop-after' }, route: 'interchanges' })
    await clinic.exchange()
    const rejected = await claimNow(claim)
    expect(rejected.state).toBe('rejected')
    clinic.server.clock.advance({ minutes: 10 })
    await clinic.submit(rejected)
    const { submissionHours } = await loadBillingPolicy()
    clinic.server.clock.set(new Date(began.getTime() + submissionHours * 3_600_000 + 1_000))
    await clinic.job('billing.transmit')
    // Three days later nobody is signed in any more.
    const { rows } = await clinic.server.keep('billing', ({ tx }) =>
      sql<{ state: string }>`select state from billing.claims where id = ${claim.id}`.execute(tx),
    )
    expect(rows).toEqual([{ state: 'sending' }])
  })
})
