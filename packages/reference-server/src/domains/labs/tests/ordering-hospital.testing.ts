import type { SignedInClient, TestResponse } from '../../../platform/http/tests/start-test-server.testing.ts'
import type { SimulatedLaboratory } from '../../../../../sandbox/src/laboratory/simulated-laboratory.ts'
import { eventsOf } from '../../../test-kit/events-of.ts'
import { createTestHospital, type TestHospital, type TestHospitalOptions } from '../../../test-kit/test-hospital.ts'
import { loadLabsPolicy } from '../index.ts'
import type { CriticalLimit } from '../model/critical-limits.ts'
import type { Covering } from '../model/labs-policy.ts'
import { withLabVerbs, type LabVerbs, type Practitioner } from './hospital.testing.ts'

type LabHospital = TestHospital<'laboratory' | 'genetics'> & LabVerbs

/** A hospital with a laboratory and an ordering practitioner. */
export interface OrderingHospital {
  readonly laboratory: SimulatedLaboratory
  /** A second one, if it was asked for. */
  readonly genetics: SimulatedLaboratory
  readonly hospital: LabHospital
  /** The roster of covering practitioners; push an entry to add one. */
  readonly covering: Covering[]
  /** The critical limits of organizations; push an entry to add one. */
  readonly limits: CriticalLimit[]
  readonly doctor: Practitioner
  /** The practitioner, signed in. Sign in again after moving the clock far. */
  clinician: SignedInClient
  /** Orders potassium unless the body says otherwise. */
  order(patientId: string, body?: object, client?: SignedInClient): Promise<TestResponse>
  /** Places an order for a new patient and sends it to the laboratory. */
  placed(body?: object, patient?: Parameters<LabHospital['addPatient']>[0]): Promise<Placed>
  orderNow(orderId: string): Promise<TestResponse['body']>
  /** The first result of an order. */
  resultNow(orderId: string): Promise<TestResponse['body']>
  /** Unmatched results with a number of the laboratory. */
  inbox(fillerNumber: string): Promise<TestResponse['body']>
  /** A message with these segments after its header, from the laboratory as it is configured. Returns the response. */
  send(...segments: readonly string[]): Promise<string>
  lastEvent(type: string): Promise<Record<string, unknown> | undefined>
  stop(): Promise<void>
}
export interface Placed {
  readonly patientId: string
  readonly orderId: string
  readonly received: SimulatedLaboratory['orders'][0]
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

type OrderingOptions = Pick<TestHospitalOptions, 'codeSets' | 'environment'> & { readonly hasGenetics?: boolean }

export const startOrderingHospital = async (
  engine: 'pglite' | 'postgres',
  { hasGenetics = false, ...options }: OrderingOptions = {},
): Promise<OrderingHospital> => {
  const covering: Covering[] = []
  const limits: CriticalLimit[] = []
  let sent = 0
  const shipped = await loadLabsPolicy()
  const labsPolicy = { ...shipped, critical: { ...shipped.critical, covering, limits } }
  const hospital = withLabVerbs(
    await createTestHospital<'laboratory' | 'genetics'>({
      ...options,
      engine,
      partners: hasGenetics ? ['laboratory', 'genetics'] : ['laboratory'],
      overrides: { packs: { labsPolicy } },
    }),
  )
  const { laboratory, genetics } = hospital.partners
  const doctor = await hospital.addPractitioner()
  const kit: OrderingHospital = {
    laboratory,
    genetics,
    hospital,
    covering,
    limits,
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
      const response = await kit.order(patientId, body)
      if (response.status !== 201) throw new Error(`no order was placed: ${JSON.stringify(response.body)}`)
      await hospital.transmit()
      const received = laboratory.orders.findLast(({ control }) => control === 'NW')
      if (received === undefined) throw new Error('the laboratory has no order')
      return { patientId, orderId: response.body.id, received }
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
    send: async (...segments) => {
      const header = `MSH|^~\\&|LAB|EXAMPLE-LAB|||20261125160000||ORU^R01^ORU_R01|SENT-${(sent += 1)}|P|2.5.1`
      return String(await laboratory.sendBytes(framed([header, ...segments])))
    },
    lastEvent: async (type) => (await eventsOf(hospital, type)).at(-1),
    stop: () => hospital.stop(),
  }
  return kit
}
