import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { components } from '@visitkit/contract'
import { vocabularies } from '@visitkit/contract/vocabularies'
import {
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
    ...['PharmacyHoldReason', 'PrescriptionAttention', 'UnmatchedReason'],
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

  /** A new reason does not compile until it has a report. */
  const reports: Readonly<
    Record<Reason, (order: Placed) => Promise<{ readonly by: 'laboratory' | 'genetics' } & Report>>
  > = {
    'unknown-order': async ({ received }) => ({
      by: 'laboratory',
      placerNumber: received.placerNumber,
      writtenPlacerNumber: 'NOBODY-1',
    }),
    'identity-differs': async ({ received }) => ({
      ...{ by: 'laboratory', placerNumber: received.placerNumber, person: { family: 'Other' } },
    }),
    'order-cancelled': async ({ orderId, received }) => {
      await kit.clinician.post(`/v1/lab-orders/${orderId}/cancel`)
      await aMinutePasses(kit.hospital)
      return { by: 'laboratory', placerNumber: received.placerNumber }
    },
    'foreign-laboratory': async ({ received }) => ({
      ...{ by: 'genetics', writtenPlacerNumber: received.placerNumber, person: received.person, test: received.test },
    }),
  }

  it.each(vocabularies.UnmatchedReason)(
    '%s: it is listed with its reason and its message, and a person settles it',
    async (reason) => {
      const [order, other] = [await kit.placed(), await kit.placed()]
      const { by, ...report } = await reports[reason](order)
      const fillerNumber = `HELD-${reason}`.slice(0, 22)
      const response = await kit[by].report({ ...report, fillerNumber, values: [potassium('4.2')] })
      expect(response?.code).toBe('AA')
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
      expect((await nurse.post(`/v1/unmatched-results/${held?.id}/return`)).status).toBe(200)
      expect(await listed()).toEqual([])
      expect((await kit.orderNow(other.orderId)).status).toBe('final')
    },
  )
})
