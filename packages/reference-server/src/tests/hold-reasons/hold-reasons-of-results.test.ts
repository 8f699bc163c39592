import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { components } from '@visitkit/contract'
import { vocabularies } from '@visitkit/contract/vocabularies'
import {
  potassium,
  startOrderingHospital,
  type OrderingHospital,
} from '../../domains/labs/tests/ordering-hospital.testing.ts'
import { aMinutePasses, runEveryJobOnce } from './a-minute.testing.ts'
import { heldResults, type MakeResult } from './held-results.testing.ts'

type Schemas = components['schemas']
type Reason = Schemas['UnmatchedReason']

it('every vocabulary of reasons why something of a partner waits is walked by these tests', () => {
  expect(
    Object.keys(vocabularies)
      .filter((name) => /HoldReason$|UnmatchedReason$|MailboxFault$|Attention$/u.test(name))
      .toSorted(),
  ).toEqual([
    ...['EligibilityHoldReason', 'HoldReason', 'MailboxFault'],
    ...['PartnerHoldReason', 'PharmacyHoldReason', 'PrescriptionAttention', 'UnmatchedReason'],
  ])
})

/** Each result that fits no order is at the desk within a minute, over MLLP, and the right one next to it is with its order. */
describe('a result of a laboratory that does not fit', () => {
  let kit: OrderingHospital
  beforeAll(async () => {
    kit = await startOrderingHospital('postgres', { hasGenetics: true })
    await runEveryJobOnce(kit.hospital)
  })
  afterAll(() => kit.stop())

  const { messages, responses } = heldResults(() => kit)
  const ofResponses = vocabularies.UnmatchedReason.filter((reason) => reason !== 'order-cancelled')

  /** Sends it next to a right result, and returns how it is listed. Settles it, and requires that nothing else happened. */
  const walk = async (reason: Reason, make: MakeResult, kind: string) => {
    const [order, other] = [await kit.placed(), await kit.placed()]
    const send = await make(order)
    const before = await kit.orderNow(order.orderId)
    const fillerNumber = `${kind}-${reason}`.slice(0, 22)
    expect(await send(fillerNumber)).toBe('AA')
    await kit.laboratory.report({ placerNumber: other.received.placerNumber, values: [potassium('4.4')] })
    await aMinutePasses(kit.hospital)
    const nurse = await kit.hospital.as('nurse')
    const listed = async (): Promise<Schemas['UnmatchedResult'][]> =>
      (await nurse.get('/v1/unmatched-results?limit=100')).body.items.filter(
        (each: Schemas['UnmatchedResult']) => each.fillerNumber === fillerNumber,
      )
    const [held, ...more] = await listed()
    expect([held?.reason, more]).toEqual([reason, []])
    const { items } = (await nurse.get(`/v1/unmatched-results/${held?.id}/messages`)).body
    expect(items[0].text).toContain(fillerNumber)
    const after = await kit.orderNow(order.orderId)
    expect([after.status, after.resultIds]).toEqual([before.status, before.resultIds])
    expect((await nurse.post(`/v1/unmatched-results/${held?.id}/return`)).status).toBe(200)
    expect(await listed()).toEqual([])
    expect((await kit.orderNow(other.orderId)).status).toBe('final')
    return held
  }

  it.each(vocabularies.UnmatchedReason)(
    '%s: it is listed with its reason and its message, and a person settles it',
    async (reason) => {
      await walk(reason, messages[reason], 'HELD')
    },
  )

  it.each(ofResponses)(
    '%s, of a response about an order: it is listed with what it says, and the order is as it was',
    async (reason) => {
      const held = await walk(reason, responses[reason], 'ORL')
      const says = reason === 'contradictory' ? 'refused' : reason === 'unknown-code' ? 'unknown' : 'cancelled'
      expect(held?.response?.status).toBe(says)
    },
  )
})
