import type { components } from '@visitkit/contract'
import {
  framed,
  potassium,
  type OrderingHospital,
  type Placed,
} from '../../domains/labs/tests/ordering-hospital.testing.ts'
import { aMinutePasses } from './a-minute.testing.ts'

type Schemas = components['schemas']
type Reason = Schemas['UnmatchedReason']
type Report = Parameters<OrderingHospital['laboratory']['report']>[0]
type Sender = 'laboratory' | 'genetics'

/** Sends what does not fit, under this number of the laboratory, and returns the response. */
export type Send = (fillerNumber: string) => Promise<unknown>
export type MakeResult = (order: Placed) => Send | Promise<Send>

/** For each reason of the contract, what a laboratory sends about an order that is then held with it: a result, or a response. */
export const heldResults = (kitNow: () => OrderingHospital) => {
  const header = (by: Sender, id: string): string =>
    `MSH|^~\\&|${by === 'laboratory' ? 'LAB|EXAMPLE-LAB' : 'GENE|EXAMPLE-GENETICS'}|||20261125160000||ORL^O22^ORL_O22|${id}|P|2.5.1`
  /** A message that answers no request: the code of ORC-1 for one test. */
  const responds = async (by: Sender, code: string, placerNumber: string, fillerNumber: string): Promise<unknown> => {
    const rows = [header(by, fillerNumber), 'MSA|AA|X', `ORC|${code}|${placerNumber}|${fillerNumber}`]
    const answer = String(await kitNow()[by].sendBytes(framed(rows)))
    return /MSA\|(\w\w)/.exec(answer)?.[1]
  }
  const reports = (by: Sender, report: Partial<Report>) => async (fillerNumber: string) =>
    (await kitNow()[by].report({ ...report, fillerNumber, values: [potassium('4.2')] } as Report))?.code

  /** A new reason does not compile until it has a message. */
  const messages: Readonly<Record<Reason, MakeResult>> = {
    'unknown-order': ({ received }) =>
      reports('laboratory', { placerNumber: received.placerNumber, writtenPlacerNumber: 'NOBODY-1' }),
    'identity-differs': ({ received }) =>
      reports('laboratory', { placerNumber: received.placerNumber, person: { family: 'Other' } }),
    'order-cancelled': async ({ orderId, received }) => {
      await kitNow().clinician.post(`/v1/lab-orders/${orderId}/cancel`)
      await aMinutePasses(kitNow().hospital)
      return reports('laboratory', { placerNumber: received.placerNumber })
    },
    'foreign-laboratory': ({ received: { placerNumber, person, test } }) =>
      reports('genetics', { writtenPlacerNumber: placerNumber, person, test }),
    contradictory: async ({ received: { placerNumber } }) => {
      await kitNow().laboratory.report({ placerNumber, values: [potassium('4.1')] })
      return (fillerNumber) => responds('laboratory', 'UA', placerNumber, fillerNumber)
    },
    'unknown-code': ({ received: { placerNumber } }) => reports('laboratory', { placerNumber, status: 'Q' }),
  }
  /** The reasons of a response about an order; the others are of results only. */
  const responses: Readonly<Record<Exclude<Reason, 'order-cancelled'>, MakeResult>> = {
    ...messages,
    'unknown-order': () => (fillerNumber) => responds('laboratory', 'OC', 'NOBODY-1', fillerNumber),
    'unknown-code':
      ({ received: { placerNumber } }) =>
      (fillerNumber) =>
        responds('laboratory', 'ZZ', placerNumber, fillerNumber),
    'identity-differs':
      ({ received: { placerNumber } }) =>
      async (fillerNumber) => {
        const rows = ['MSA|AA|X', 'PID|1||X||Other^Name||19700101', `ORC|OC|${placerNumber}|${fillerNumber}`]
        const answer = String(
          await kitNow().laboratory.sendBytes(framed([header('laboratory', fillerNumber), ...rows])),
        )
        return /MSA\|(\w\w)/.exec(answer)?.[1]
      },
    'foreign-laboratory':
      ({ received: { placerNumber } }) =>
      (fillerNumber) =>
        responds('genetics', 'OC', placerNumber, fillerNumber),
  }

  return { messages, responses }
}
