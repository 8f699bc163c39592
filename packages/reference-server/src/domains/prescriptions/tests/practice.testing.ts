import type { components } from '@visitkit/contract'
import type { SimulatedPharmacies } from '../../../../../sandbox/src/pharmacy/start-pharmacy.ts'
import { newId } from '../../../platform/database/ids/new-id.ts'
import type { SignedInClient } from '../../../platform/http/tests/server.testing.ts'
import { answered } from '../../../test-kit/answered.ts'
import { webhookSecrets } from '../../../test-kit/sandbox-partners.ts'
import { createTestHospital, type TestHospital } from '../../../test-kit/test-hospital.ts'
import { loadDemonstrationChecks } from '../../../vendors/drug-checks/demonstration-checks.ts'
import type { DrugChecks } from '../../../vendors/drug-checks/provider.ts'
import { addPractitioner, registerPatient } from '../../directory/index.ts'
import { checkInBody, sampleLicense, withVisitVerbs } from '../../visits/tests/hospital.testing.ts'
import { loadPrescribingPolicy } from '../index.ts'
import { quiet, type WireMessage } from '../messages/tests/simulated-pharmacies.testing.ts'

type Schemas = components['schemas']

/** Prescribers, and messages of pharmacies. */
export interface PrescribingVerbs {
  readonly pharmacies: SimulatedPharmacies
  readonly secret: string
  /** Replace it to change the checks. */
  readonly checking: { current: DrugChecks }
  /** The timeout of a check. */
  readonly checkLimits: { timeoutMilliseconds: number }
  /** Push one to register it. */
  readonly certifications: string[]
  /** A patient without allergies, unless they were not asked yet. */
  addPatient(
    given?: Partial<Schemas['CreatePatient']>,
    more?: { readonly allergies?: 'none' | 'not-asked' },
  ): Promise<{ id: string; client: SignedInClient }>
  addPractitioner(given?: { npi?: string | null; state?: string }): Promise<{ id: string; client: SignedInClient }>
  /** A visit with the patient checked in from this state. Moves the clock to it. */
  checkedIn(patientId: string, state: string): Promise<string>
  /** A patient, a prescriber and a draft. */
  drafted(more?: Partial<Schemas['WritePrescription']>, given?: Partial<Schemas['CreatePatient']>): Promise<Drafted>
  /** The same, signed and not yet sent. */
  signed(more?: Partial<Schemas['WritePrescription']>, given?: Partial<Schemas['CreatePatient']>): Promise<Drafted>
  /** The same, received by the network. `messageId` is the id of the message that carried it. */
  sent(
    more?: Partial<Schemas['WritePrescription']>,
    given?: Partial<Schemas['CreatePatient']>,
  ): Promise<Drafted & { messageId: string }>
  read(of: Drafted): Promise<Schemas['Prescription']>
  /** What the network received about a prescription. */
  received(of: Drafted): Promise<readonly WireMessage[]>
  /** Sends what is due. */
  transmit(): Promise<void>
  noticeSilence(): Promise<void>
  /** Controls the simulated pharmacies. */
  control(method: 'PUT' | 'POST' | 'GET', path: string, body?: object): Promise<never>
  /** Waits until every message of the network has arrived and was applied. */
  settlePharmacies(): Promise<void>
}
export type TestPractice = TestHospital<'pharmacy'> & PrescribingVerbs

export interface Drafted {
  readonly patient: { readonly id: string; readonly client: SignedInClient }
  readonly prescriber: { readonly id: string; readonly client: SignedInClient }
  readonly prescription: Schemas['Prescription']
}

/** A hospital with a pharmacy network, whose pharmacies send nothing by themselves. */
export const startPractice = async (engine: 'pglite' | 'postgres'): Promise<TestPractice> => {
  const [policy, shipped] = await Promise.all([loadPrescribingPolicy(), loadDemonstrationChecks()])
  const certifications: string[] = []
  // Tests wait for a check that never responds.
  const checkLimits = { timeoutMilliseconds: 200 }
  const checking: PrescribingVerbs['checking'] = { current: shipped }
  const hospital = await createTestHospital({
    engine,
    partners: ['pharmacy'],
    overrides: {
      packs: { prescribingPolicy: { ...policy, checks: checkLimits } },
      drugChecks: {
        name: 'as the test says',
        get sources() {
          return checking.current.sources ?? []
        },
        label: async (rxcui) => (await checking.current.label?.(rxcui)) ?? null,
        check: (...asked) => checking.current.check(...asked),
      },
      certifications,
    },
  })
  const { pharmacy: pharmacies } = hospital.partners
  const visits = withVisitVerbs(hospital)
  const verbs: PrescribingVerbs = {
    pharmacies,
    secret: webhookSecrets.pharmacy,
    checking,
    checkLimits,
    certifications,
    checkedIn: async (patientId, state) => {
      const practitioner = await visits.addPractitioner([sampleLicense('OH'), sampleLicense('TX')])
      const patient = { role: 'patient', personId: patientId, patientIds: [patientId] } as const
      const appointment = await visits.book(patient, practitioner)
      await visits.grant(patient)
      hospital.clock.set(appointment.checkInFrom)
      const client = await visits.signIn(patient)
      const visit = await answered(client.post(`/v1/appointments/${appointment.id}/check-in`, checkInBody(state)), 201)
      return visit.id
    },
    addPatient: async (given = {}, { allergies = 'none' } = {}) => {
      const { id } = await hospital.keep('directory', (context) =>
        registerPatient(context, {
          name: { given: 'Pat', family: 'Sample' },
          birthDate: '1984-06-15',
          sex: 'female',
          phone: '614-555-0142',
          address: { line1: '1 Sample Street', city: 'Exampleville', state: 'OH', postalCode: '43004' },
          state: 'OH',
          language: 'en',
          zone: 'America/New_York',
          ...given,
        }),
      )
      if (allergies === 'none') {
        const nurse = await hospital.as('nurse')
        await answered(nurse.put(`/v1/patients/${id}/allergies/none-known`), 200)
      }
      return { id, client: await hospital.as('patient', { personId: id, patientIds: [id] }) }
    },
    addPractitioner: async ({ npi = '1234567893', state = 'OH' } = {}) => {
      const { id } = await hospital.keep('directory', (context) =>
        addPractitioner(context, {
          displayName: 'Dr. Casey Example',
          title: [{ language: 'en', text: 'Physician' }],
          specialties: ['primary-care'],
          languages: ['en'],
          zone: 'America/New_York',
          licenses: [{ state, number: `X-${state}`, kind: 'full', status: 'active', expiresOn: '2028-12-31' }],
          ...(npi !== null && { npi }),
        }),
      )
      return { id, client: await hospital.as('practitioner', { personId: newId(), practitionerId: id }) }
    },
    drafted: async (more, given) => {
      const [patient, prescriber] = [await verbs.addPatient(given), await verbs.addPractitioner()]
      const response = await prescriber.client.post(`/v1/patients/${patient.id}/prescriptions`, written(more))
      if (response.status !== 201) throw new Error(`not drafted: ${response.status} ${JSON.stringify(response.body)}`)
      return { patient, prescriber, prescription: response.body }
    },
    signed: async (more, given) => {
      const drafted = await verbs.drafted(more, given)
      const { id, version } = drafted.prescription
      const response = await drafted.prescriber.client.post(`/v1/prescriptions/${id}/sign`, { version })
      if (response.status !== 200) throw new Error(`not signed: ${response.status} ${JSON.stringify(response.body)}`)
      return { ...drafted, prescription: response.body }
    },
    sent: async (more, given) => {
      const signed = await verbs.signed(more, given)
      await verbs.transmit()
      const [message] = await verbs.received(signed)
      if (!message) throw new Error('nothing arrived')
      return { ...signed, messageId: message.messageId }
    },
    read: async ({ prescriber, prescription }) => {
      const response = await prescriber.client.get(`/v1/prescriptions/${prescription.id}`)
      if (response.status !== 200) throw new Error(`not read: ${response.status}`)
      return response.body
    },
    received: async ({ prescription }) => {
      const all: readonly WireMessage[] = await verbs.control('GET', 'received')
      return all.filter(({ orderNumber }) => orderNumber === prescription.id)
    },
    transmit: () => hospital.runJob('prescriptions.transmit'),
    noticeSilence: () => hospital.runJob('prescriptions.flag-unanswered'),
    control: async (method, path, body) => {
      const response = await fetch(`${pharmacies.url}/control/${path}`, {
        method,
        ...(body && { body: JSON.stringify(body) }),
      })
      if (!response.ok) throw new Error(`the sandbox answered ${response.status}: ${await response.text()}`)
      return (await response.json()) as never
    },
    settlePharmacies: async () => {
      await pharmacies.network().outbox.settled()
      await hospital.settle()
    },
  }
  for (const { ncpdpId } of pharmacies.pharmacies) await verbs.control('PUT', `pharmacies/${ncpdpId}/behavior`, quiet)
  return { ...hospital, ...verbs }
}

export const directions: Schemas['Directions'] = {
  dose: 1,
  doseUnit: 'tablet',
  route: 'oral',
  timing: { timesPerDay: 1 },
}

/** Lisinopril for a month. */
export const written = (more: Partial<Schemas['WritePrescription']> = {}): Schemas['WritePrescription'] => ({
  rxcui: '314076',
  directions,
  quantity: 30,
  daysSupply: 30,
  refills: 2,
  substitutionAllowed: true,
  pharmacyId: '9900001',
  acknowledgments: [],
  ...more,
})
