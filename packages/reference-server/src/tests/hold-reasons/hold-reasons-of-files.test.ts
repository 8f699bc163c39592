import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { components } from '@visitkit/contract'
import { vocabularies } from '@visitkit/contract/vocabularies'
import {
  emptyMailbox,
  inAnotherEnvelope,
  sentClaim,
} from '../../domains/billing/remittances/tests/acknowledgments.testing.ts'
import { acceptedClaim } from '../../domains/billing/remittances/tests/remittances.testing.ts'
import { startBillingHospital, type BillingHospital } from '../../domains/billing/tests/billing-hospital.testing.ts'
import { aMinutePasses, runEveryJobOnce } from './a-minute.testing.ts'
import { faultyFiles, type RightFiles } from './faulty-files.testing.ts'

type Schemas = components['schemas']

/** Each file of the clearinghouse that cannot be read or is not for us waits at the desk within a minute; what is right counts. */
describe('a file in the mailbox that does not fit', () => {
  let hospital: BillingHospital
  let claim: Schemas['Claim']
  let asked: Schemas['Claim']
  const inFiles = vocabularies.MailboxFault.filter((fault) => 'from' in faultyFiles[fault])
  const listed = async (): Promise<Schemas['MailboxFile'][]> => {
    const items: Schemas['MailboxFile'][] = []
    for (let cursor: string | null = ''; cursor !== null;) {
      const { body } = await hospital.biller.get(`/v1/mailbox-files?limit=100${cursor && `&cursor=${cursor}`}`)
      items.push(...body.items)
      cursor = body.nextCursor
    }
    return items
  }
  const post = (file: string): unknown => hospital.clearinghouse.mailbox.post(file, hospital.clock.now())

  beforeAll(async () => {
    hospital = await startBillingHospital('postgres')
    const sent = await sentClaim(hospital)
    claim = sent.claim
    asked = (await acceptedClaim(hospital)).claim
    const question = await hospital.biller.post(`/v1/claims/${asked.id}/status-inquiries`, {})
    expect(question.status, JSON.stringify(question.body)).toBe(200)
    await hospital.runJob('billing.transmit')
    const own = hospital.clearinghouse.mailbox.list(1_000).find(({ content }) => content.includes('005010X212'))
    emptyMailbox(hospital)
    const right: RightFiles = { ...sent, answer: own?.content ?? '' }
    await runEveryJobOnce(hospital)
    const late: string[] = []
    for (const fault of inFiles) {
      const made = faultyFiles[fault]
      if (!('from' in made)) continue
      const file = right[made.from]
      const spoilt = made.change(inAnotherEnvelope(file))
      expect(spoilt, fault).not.toBe(file)
      if (made.afterAnswer) late.push(spoilt)
      else post(spoilt)
    }
    // The right ones are the last: what is wrong before them holds up nothing.
    for (const file of [right.syntax, right.taken, right.answer]) post(file)
    await aMinutePasses(hospital)
    late.forEach(post)
    await aMinutePasses(hospital)
  })
  afterAll(() => hospital.stop())

  it('the right files next to them count', async () => {
    expect((await hospital.biller.get(`/v1/claims/${claim.id}`)).body.state).toBe('accepted')
    const { items } = (await hospital.biller.get(`/v1/claims/${asked.id}/status-inquiries`)).body
    expect(items).toMatchObject([{ state: 'answered' }])
  })

  it.each(inFiles)('%s: it is listed with its fault and its text, and a person can settle it', async (fault) => {
    const [file, ...more] = (await listed()).filter((each) => each.fault === fault)
    expect([file?.fault, more]).toEqual([fault, []])
    const { body: detail } = await hospital.biller.get(`/v1/mailbox-files/${file?.id}`)
    expect(detail.text).not.toBe('')
    const resolved = await hospital.biller.post(`/v1/mailbox-files/${file?.id}/resolve`, { reason: 'not-ours' })
    expect(resolved.status, JSON.stringify(resolved.body)).toBe(200)
    expect((await listed()).filter((each) => each.fault === fault && each.resolvedAt === undefined)).toEqual([])
  })

  it('a fault that no file has is shown elsewhere, and each of the others has a file', () => {
    expect(vocabularies.MailboxFault.filter((fault) => 'shownAs' in faultyFiles[fault])).toEqual([
      'trace_number_mismatch',
      'percent',
      'service',
      'server',
      // hold-reasons-of-payment-reports.test.ts
      ...['payment_unknown', 'refund_unknown', 'payment_differs', 'report_unknown', 'report_unreadable'],
    ])
  })
})
