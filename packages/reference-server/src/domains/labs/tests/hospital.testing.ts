import type { components } from '@visitkit/contract'
import { newId } from '../../../platform/database/ids/new-id.ts'
import type { SignedInClient } from '../../../platform/http/tests/server.testing.ts'
import type { TestHospital } from '../../../test-kit/test-hospital.ts'
import { addPractitioner, grantProxy, registerPatient } from '../../directory/index.ts'
import { sampleLicense, withVisitVerbs } from '../../visits/tests/hospital.testing.ts'

type Schemas = components['schemas']

export interface Practitioner {
  readonly memberId: string
  readonly practitionerId: string
}

/** Ordering practitioners, and the two timers. */
export interface LabVerbs {
  addPractitioner(given?: Partial<Schemas['CreatePractitioner']>): Promise<Practitioner>
  addPatient(given?: Partial<Schemas['CreatePatient']>): Promise<string>
  addProxy(patientId: string, scope: Schemas['ProxyScope'][]): Promise<SignedInClient>
  asPractitioner(who: Practitioner): Promise<SignedInClient>
  asPatient(patientId: string): Promise<SignedInClient>
  /** Books a visit and checks the patient in from Ohio. Returns its id and moves the clock to it. */
  checkedIn(patientId: string): Promise<string>
  /** Sends what is due and delivers the events. */
  transmit(): Promise<void>
  escalate(): Promise<void>
  /** Codes of what the listener rejected. */
  faults(): readonly unknown[]
}

export const withLabVerbs = <Hospital extends TestHospital>(hospital: Hospital): Hospital & LabVerbs => {
  const visits = withVisitVerbs(hospital)
  const verbs: LabVerbs = {
    addPractitioner: async (given = {}) => {
      const practitioner = await hospital.keep('directory', (context) =>
        addPractitioner(context, {
          displayName: 'Dr. Casey Example',
          title: [{ language: 'en', text: 'Physician' }],
          specialties: ['primary-care'],
          languages: ['en'],
          zone: 'America/New_York',
          licenses: [sampleLicense('OH')],
          npi: '1234567893',
          ...given,
        }),
      )
      return { memberId: newId(), practitionerId: practitioner.id }
    },
    addPatient: async (given = {}) => {
      const { id } = await hospital.keep('directory', (context) =>
        registerPatient(context, {
          name: { given: 'Pat', family: 'Sample' },
          birthDate: '1984-06-15',
          state: 'OH',
          language: 'en',
          zone: 'America/New_York',
          ...given,
        }),
      )
      return id
    },
    addProxy: async (patientId, scope) => {
      const proxy = await hospital.keep('directory', (context) =>
        grantProxy(context, patientId, {
          displayName: 'Robin Sample',
          relationship: 'spouse',
          scope,
          from: '2026-01-01',
          identity: { issuer: 'https://login.lakeside.example', subject: newId() },
        }),
      )
      return hospital.as('proxy', { personId: proxy.personId, patientIds: [patientId] })
    },
    asPractitioner: ({ memberId, practitionerId }) =>
      hospital.as('practitioner', { personId: memberId, practitionerId }),
    asPatient: (patientId) => hospital.as('patient', { personId: patientId }),
    checkedIn: async (patientId) => {
      const practitioner = await visits.addPractitioner([sampleLicense('OH'), sampleLicense('TX')])
      const patient = { role: 'patient', personId: patientId, patientIds: [patientId] } as const
      const { id } = await visits.checkedIn(patient, practitioner)
      return id
    },
    transmit: () => hospital.runJob('labs.transmit'),
    escalate: () => hospital.runJob('labs.escalate-critical-values'),
    faults: () =>
      hospital.logged.filter(({ event }) => event === 'a laboratory message was refused').map(({ code }) => code),
  }
  return { ...hospital, ...verbs }
}
