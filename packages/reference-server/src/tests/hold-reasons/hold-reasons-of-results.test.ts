import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { components } from '@visitkit/contract'
import { vocabularies } from '@visitkit/contract/vocabularies'
import {
  framed,
  potassium,
  startOrderingHospital,
  type OrderingHospital,
  type Placed,
} from '../../domains/labs/tests/ordering-hospital.testing.ts'
import { aMinutePasses, runEveryJobOnce } from './a-minute.testing.ts'

type Schemas = components['schemas']
type Reason = Schemas['UnmatchedReason']
type Report = Parameters<OrderingHospital['laboratory']['report']>[0]

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

  type Sender = 'laboratory' | 'genetics'
  const header = (by: Sender, id: string): string =>
    `MSH|^~\\&|${by === 'laboratory' ? 'LAB|EXAMPLE-LAB' : 'GENE|EXAMPLE-GENETICS'}|||20261125160000||ORL^O22^ORL_O22|${id}|P|2.5.1`
  /** A message that answers no request: the code of ORC-1 for one test. */
  const responds = async (by: Sender, code: string, placerNumber: string, fillerNumber: string): Promise<unknown> => {
    const rows = [header(by, fillerNumber), 'MSA|AA|X', `ORC|${code}|${placerNumber}|${fillerNumber}`]
    const answer = String(await kit[by].sendBytes(framed(rows)))
    return /MSA\|(\w\w)/.exec(answer)?.[1]
  }
  const reports = (by: Sender, report: Partial<Report>) => async (fillerNumber: string) =>
    (await kit[by].report({ ...report, fillerNumber, values: [potassium('4.2')] } as Report))?.code

  /** Sends what does not fit, under this number of the laboratory, and returns the response. */
  type Send = (fillerNumber: string) => Promise<unknown>
  /** A new reason does not compile until it has a message. */
  const messages: Readonly<Record<Reason, (order: Placed) => Send | Promise<Send>>> = {
    'unknown-order': ({ received }) =>
      reports('laboratory', { placerNumber: received.placerNumber, writtenPlacerNumber: 'NOBODY-1' }),
    'identity-differs': ({ received }) =>
      reports('laboratory', { placerNumber: received.placerNumber, person: { family: 'Other' } }),
    'order-cancelled': async ({ orderId, received }) => {
      await kit.clinician.post(`/v1/lab-orders/${orderId}/cancel`)
      await aMinutePasses(kit.hospital)
      return reports('laboratory', { placerNumber: received.placerNumber })
    },
    'foreign-laboratory': ({ received: { placerNumber, person, test } }) =>
      reports('genetics', { writtenPlacerNumber: placerNumber, person, test }),
    contradictory: async ({ received: { placerNumber } }) => {
      await kit.laboratory.report({ placerNumber, values: [potassium('4.1')] })
      return (fillerNumber) => responds('laboratory', 'UA', placerNumber, fillerNumber)
    },
    'unknown-code':
      ({ received: { placerNumber } }) =>
      (fillerNumber) =>
        responds('laboratory', 'ZZ', placerNumber, fillerNumber),
  }
  /** The reasons of a response about an order; the others are of results only. */
  const responses: Readonly<Record<Exclude<Reason, 'order-cancelled'>, (order: Placed) => Send | Promise<Send>>> = {
    ...messages,
    'unknown-order': () => (fillerNumber) => responds('laboratory', 'OC', 'NOBODY-1', fillerNumber),
    'identity-differs':
      ({ received: { placerNumber } }) =>
      async (fillerNumber) => {
        const rows = ['MSA|AA|X', 'PID|1||X||Other^Name||19700101', `ORC|OC|${placerNumber}|${fillerNumber}`]
        const answer = String(await kit.laboratory.sendBytes(framed([header('laboratory', fillerNumber), ...rows])))
        return /MSA\|(\w\w)/.exec(answer)?.[1]
      },
    'foreign-laboratory':
      ({ received: { placerNumber } }) =>
      (fillerNumber) =>
        responds('genetics', 'OC', placerNumber, fillerNumber),
  }

  const ofResponses = vocabularies.UnmatchedReason.filter((reason) => reason !== 'order-cancelled')

  /** Sends it next to a right result, and returns how it is listed. Settles it, and requires that nothing else happened. */
  const walk = async (reason: Reason, make: (order: Placed) => Send | Promise<Send>, kind: string) => {
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
