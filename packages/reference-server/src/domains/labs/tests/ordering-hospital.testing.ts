import type { SignedInClient, TestAnswer } from '../../../platform/http/tests/testing.ts'
import { startHospital, type Practitioner, type TestHospital } from './testing.ts'

/** What the kit needs of the simulated laboratory, which tests alone may name. */
interface AnyLaboratory {
  readonly port: number
  readonly orders: readonly { readonly control: string }[]
  reportTo(destination: { readonly host: string; readonly port: number }): void
  stop(): Promise<void>
}

/** A hospital that has a laboratory, and a practitioner who orders. */
export interface OrderingHospital<Laboratory extends AnyLaboratory> {
  readonly laboratory: Laboratory
  readonly hospital: TestHospital
  readonly doctor: Practitioner
  /** The doctor, signed in; anew after the clock was moved far. */
  clinician: SignedInClient
  /** Orders potassium unless the body says otherwise. */
  order(patientId: string, body?: object, client?: SignedInClient): Promise<TestAnswer>
  /** Ordered for somebody new, and at the laboratory. */
  placed(body?: object, patient?: Parameters<TestHospital['addPatient']>[0]): Promise<Placed<Laboratory>>
  orderNow(orderId: string): Promise<TestAnswer['body']>
  /** The first result of an order. */
  resultNow(orderId: string): Promise<TestAnswer['body']>
  /** What waits under a number of the laboratory. */
  inbox(fillerNumber: string): Promise<TestAnswer['body']>
  lastEvent(type: string): Promise<Record<string, unknown> | undefined>
  stop(): Promise<void>
}
export interface Placed<Laboratory extends AnyLaboratory> {
  readonly patientId: string
  readonly orderId: string
  readonly received: Laboratory['orders'][0]
}

export const potassium = (value: string, more: object = {}) => ({
  loinc: '2823-3',
  name: 'Potassium',
  value,
  unit: 'mmol/L',
  range: '3.5-5.1',
  ...more,
})

/** Segments as MLLP carries them. */
export const framed = (segments: readonly string[]): Buffer => Buffer.from(`\x0b${segments.join('\r')}\r\x1c\r`)

export const startOrderingHospital = async <Laboratory extends AnyLaboratory>(
  engine: 'pglite' | 'postgres',
  laboratory: Laboratory,
): Promise<OrderingHospital<Laboratory>> => {
  const hospital = await startHospital(engine, { host: '127.0.0.1', port: laboratory.port })
  laboratory.reportTo({ host: '127.0.0.1', port: hospital.listensAt })
  const doctor = await hospital.addPractitioner()
  const kit: OrderingHospital<Laboratory> = {
    laboratory,
    hospital,
    doctor,
    clinician: await hospital.asPractitioner(doctor),
    order: (patientId, body = {}, client = kit.clinician) =>
      client.post(`/v1/patients/${patientId}/lab-orders`, {
        tests: [{ code: 'K', answers: [] }],
        diagnosisCodes: ['I10'],
        priority: 'routine',
        ...body,
      }),
    placed: async (body, patient) => {
      const patientId = await hospital.addPatient(patient)
      const answer = await kit.order(patientId, body)
      if (answer.status !== 201) throw new Error(`no order was placed: ${JSON.stringify(answer.body)}`)
      await hospital.transmit()
      const received = laboratory.orders.findLast(({ control }) => control === 'NW')
      if (received === undefined) throw new Error('the laboratory has no order')
      return { patientId, orderId: answer.body.id, received }
    },
    orderNow: async (orderId) => (await kit.clinician.get(`/v1/lab-orders/${orderId}`)).body,
    resultNow: async (orderId) => {
      const { resultIds } = await kit.orderNow(orderId)
      return (await kit.clinician.get(`/v1/lab-results/${resultIds[0]}`)).body
    },
    inbox: async (fillerNumber) =>
      (await kit.clinician.get('/v1/unmatched-results?limit=100')).body.items.find(
        (item: { fillerNumber: string }) => item.fillerNumber === fillerNumber,
      ),
    lastEvent: async (type) => {
      const rows = await hospital.server.platform.database
        .readerAcross('platform')
        .selectFrom('platform.outbox')
        .select(['data'])
        .where('type', '=', type)
        .orderBy('id', 'desc')
        .limit(1)
        .execute()
      return rows[0]?.data as Record<string, unknown> | undefined
    },
    stop: async () => {
      await hospital.stop()
      await laboratory.stop()
    },
  }
  return kit
}
