import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { components } from '@visitkit/contract'
import { domainEngines } from '../../../../test-kit/domain-engines.testing.ts'
import { startBillingHospital, type BillingHospital } from '../../tests/billing-hospital.testing.ts'
import { emptyMailbox, inAnotherEnvelope, receive } from './acknowledgments.testing.ts'
import { acceptedClaim } from './remittances.testing.ts'

type Schemas = components['schemas']
type Claim = Schemas['Claim']

describe.each(domainEngines)('a question to the payer about a claim, on %s', (engine) => {
  let hospital: BillingHospital
  beforeAll(async () => {
    hospital = await startBillingHospital(engine)
  })
  afterAll(() => hospital.stop())

  const ask = ({ id }: Claim) => hospital.biller.post(`/v1/claims/${id}/status-inquiries`, {})
  const inquiriesOf = async ({ id }: Claim): Promise<Schemas['StatusInquiry'][]> =>
    (await hospital.biller.get(`/v1/claims/${id}/status-inquiries`)).body.items
  const files = async (): Promise<Schemas['MailboxFile'][]> =>
    (await hospital.biller.get('/v1/mailbox-files?limit=100')).body.items
  const claimNow = async ({ id }: Claim): Promise<Claim> => (await hospital.biller.get(`/v1/claims/${id}`)).body
  /** Asked; the answer is taken out of the mailbox before it is fetched. */
  const asked = async () => {
    const { claim } = await acceptedClaim(hospital)
    expect((await ask(claim)).status).toBe(200)
    await hospital.runJob('billing.transmit')
    const answer = hospital.clearinghouse.mailbox.list(1_000).find(({ content }) => content.includes('005010X212'))
    emptyMailbox(hospital)
    return { claim, answer: answer?.content ?? '' }
  }

  it('is answered over the network, in words and with its code, and changes neither the claim nor money', async () => {
    const { claim } = await acceptedClaim(hospital)
    const { body } = await ask(claim)
    expect(body.items).toMatchObject([{ askedBy: 'member', state: 'sending', statuses: [] }])
    expect((await ask(claim)).body.code).toBe('status_not_asked')
    const before = await claimNow(claim)
    await hospital.exchange()
    expect(await inquiriesOf(claim)).toMatchObject([
      { state: 'answered', statuses: [{ meaning: 'pending', code: 'P1:20' }], effectiveOn: '2026-11-24' },
    ])
    expect(await claimNow(claim)).toEqual(before)
    const { items } = (await hospital.biller.get(`/v1/claims/${claim.id}/messages`)).body
    const kinds = items.map(({ kind, direction }: Schemas['ClaimMessage']) => `${kind} ${direction}`)
    expect(kinds.slice(-2)).toEqual(['276 out', '277 in'])
  })

  it.each<[string, (file: string) => string, Schemas['MailboxFault']]>([
    ['for a production account', (file) => file.replace('*0*T*:', '*0*P*:'), 'usage_differs'],
    ['for another receiver', (file) => file.replace('*ZZ*LAKESIDEHLTH   ', '*ZZ*SOMEBODYELSE   '), 'receiver_differs'],
    ['to a question that no one asked', (file) => file.replace(/TRN\*2\*[0-9A-F]+/, 'TRN*2*0123'), 'inquiry_unknown'],
    ['of another payer', (file) => file.replace('*PI*LAKESIDE1', '*PI*PRAIRIE02'), 'payer_differs'],
    ['for another provider', (file) => file.replace(/(NM1\*1P\*.*\*XX\*)\d+/, '$11234567893'), 'provider_differs'],
    ['about another claim', (file) => file.replace(/REF\*EJ\*C[\dA-Z-]+/, 'REF*EJ*C0000-0000-0000'), 'claim_unknown'],
    [
      'about another patient',
      (file) => file.replace(/NM1\*IL\*1\*[^~]*~/, 'NM1*IL*1*EXAMPLE*ROBIN****MI*OTHER00001~'),
      'patient_differs',
    ],
  ])('an answer %s is held, and can be resolved; the right one counts', async (_, spoil, fault) => {
    const { claim, answer } = await asked()
    expect(spoil(answer)).not.toBe(answer)
    await receive(hospital, spoil(answer))
    expect(await inquiriesOf(claim)).toMatchObject([{ state: 'sending' }])
    const file = (await files()).at(-1)
    expect(file).toMatchObject({ state: 'held', fault })
    const resolved = await hospital.biller.post(`/v1/mailbox-files/${file?.id}/resolve`, { reason: 'not-ours' })
    expect(resolved.status).toBe(200)
    await receive(hospital, inAnotherEnvelope(answer))
    expect(await inquiriesOf(claim)).toMatchObject([{ state: 'answered' }])
  })

  it('is answered once: a repeat adds nothing, and another answer waits for a person', async () => {
    const { claim, answer } = await asked()
    await receive(hospital, answer, inAnotherEnvelope(answer))
    const count = (await files()).length
    expect(await inquiriesOf(claim)).toMatchObject([{ statuses: [{ meaning: 'pending' }] }])
    await receive(hospital, inAnotherEnvelope(answer.replace('STC*P1:20', 'STC*F2:585')))
    expect(await inquiriesOf(claim)).toMatchObject([{ statuses: [{ meaning: 'pending' }] }])
    const waiting = await files()
    expect(waiting).toHaveLength(count + 1)
    expect(waiting.at(-1)).toMatchObject({ state: 'held', fault: 'answer_differs' })
  })

  it('is asked by itself after the days of the policy, once, and again after a while', async () => {
    const { claim } = await acceptedClaim(hospital)
    const start = hospital.clock.now()
    const days = async (count: number): Promise<Schemas['StatusInquiry'][]> => {
      await hospital.runJob('billing.ask-about-claims', new Date(start.getTime() + count * 86_400_000))
      return inquiriesOf(claim)
    }
    expect(await days(29)).toEqual([])
    expect(await days(31)).toMatchObject([{ askedBy: 'server', state: 'sending' }])
    expect(await days(32)).toHaveLength(1)
    expect(await days(46)).toHaveLength(2)
  })

  it('is not asked about a claim that no payer has', async () => {
    const claim = await hospital.claimOf((await hospital.insuredVisit()).visitId)
    expect((await ask(claim)).body.code).toBe('status_not_asked')
  })
})
