import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { components } from '@visitkit/contract'
import { foreignAcknowledgments, inAnotherEnvelope, receive, sentClaim } from './acknowledgments.testing.ts'
import { domainEngines } from '../../../../test-kit/domain-engines.testing.ts'
import { startBillingHospital, type BillingHospital } from '../../tests/billing-hospital.testing.ts'

type Schemas = components['schemas']

describe.each(domainEngines)('an acknowledgment that is not about us, on %s', (engine) => {
  let hospital: BillingHospital
  beforeAll(async () => {
    hospital = await startBillingHospital(engine)
  })
  afterAll(() => hospital.stop())

  const sent = () => sentClaim(hospital)
  const claimNow = async ({ id }: Schemas['Claim']): Promise<Schemas['Claim']> =>
    (await hospital.biller.get(`/v1/claims/${id}`)).body
  const files = async (): Promise<Schemas['MailboxFile'][]> =>
    (await hospital.biller.get('/v1/mailbox-files?limit=100')).body.items
  const post = (path: string, body: object) => hospital.biller.post(path, body)

  it.each(foreignAcknowledgments)('%s changes no claim and waits for a person', async (_, kind, spoil, fault) => {
    const { claim, syntax, taken } = await sent()
    const refusing =
      kind === '277'
        ? taken.replace(/STC\*A2:20:PR\*(\d+)\*WQ/, 'STC*A7:464*$1*U')
        : syntax.replace('IK5*A', 'IK5*R*5').replace('AK9*A*1*1*1', 'AK9*R*1*1*0')
    expect(spoil(refusing)).not.toBe(refusing)
    await receive(hospital, spoil(refusing))
    expect((await claimNow(claim)).state).toBe('sending')
    const file = (await files()).at(-1)
    expect(file).toMatchObject({ state: 'held', fault })
    // Read again, it is held again, once.
    await post(`/v1/mailbox-files/${file?.id}/reprocess`, {})
    await hospital.runJob('billing.fetch-mailbox')
    expect((await files()).filter(({ id }) => id === file?.id)).toMatchObject([{ state: 'held', fault }])
    expect((await post(`/v1/mailbox-files/${file?.id}/resolve`, { reason: 'not-ours' })).status).toBe(200)
    // The right one counts.
    await receive(hospital, inAnotherEnvelope(refusing))
    expect((await claimNow(claim)).state).toBe('rejected')
  })

  it('about two claims: one is held and the other counts', async () => {
    const [one, other] = [await sent(), await sent()]
    const own = /HL\*4\*3\*PT~[\s\S]*?(?=SE\*)/.exec(other.taken)?.[0] ?? ''
    const both = one.taken
      .replace(
        /SE\*(\d+)\*/,
        (_, count: string) => `${own.replace('HL*4*', 'HL*5*')}SE*${Number(count) + own.split('~').length - 1}*`,
      )
      .replace(/NM1\*QC\*1\*[^~]*~/, 'NM1*QC*1*EXAMPLE*ROBIN****MI*OTHER00001~')
    await receive(hospital, both)
    expect([(await claimNow(one.claim)).state, (await claimNow(other.claim)).state]).toEqual(['sending', 'accepted'])
    const held = (await files()).at(-1)
    expect(held).toMatchObject({ state: 'held', fault: 'patient_differs' })
    const { text } = (await hospital.biller.get(`/v1/mailbox-files/${held?.id}`)).body
    expect([text.includes(one.claim.number), text.includes(other.claim.number)]).toEqual([true, false])
    await post(`/v1/mailbox-files/${held?.id}/reprocess`, {})
    await hospital.runJob('billing.fetch-mailbox')
    expect((await files()).find(({ id }) => id === held?.id)).toMatchObject({ state: 'held', fault: 'patient_differs' })
  })
})
