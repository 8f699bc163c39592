import type { components } from '@visitkit/contract'
import { newId } from '../../../platform/database/ids/new-id.ts'
import type { SignedInClient } from '../../../platform/http/tests/server.testing.ts'
import type { TestResponse } from '../../../platform/http/tests/http-client.testing.ts'
import { answered } from '../../../test-kit/answered.ts'
import { hospitalOpensAt, type TestHospital } from '../../../test-kit/test-hospital.ts'
import { addPractitioner, grantProxy, registerIdentity, registerPatient } from '../../directory/index.ts'

type Schemas = components['schemas']

/** The people who offer times and who book them. */
export interface SchedulingVerbs {
  /** A cardiologist in New York who works every day, all day, unless other hours are given. */
  addPractitioner(
    change?: Partial<Schemas['CreatePractitioner']>,
    hours?: { from: string; to: string },
  ): Promise<Schemas['Practitioner']>
  addPatient(
    change?: Partial<Schemas['CreatePatient']>,
  ): Promise<{ readonly patient: Schemas['Patient']; readonly client: SignedInClient }>
  /** A person who acts for the patient: a proxy, or a patient who acts for another. The patient can change their scope. */
  addActor(
    kind: 'proxy' | 'patient',
    patientId: string,
    scope: Schemas['ProxyScope'][],
  ): Promise<{
    readonly client: SignedInClient
    allow(scope: Schemas['ProxyScope'][]): Promise<void>
    end(): Promise<void>
  }>
}
export type SchedulingHospital = TestHospital & SchedulingVerbs

const everyDay = [1, 2, 3, 4, 5, 6, 7]

export const withSchedulingVerbs = <Hospital extends TestHospital>(hospital: Hospital): Hospital & SchedulingVerbs => {
  const verbs: SchedulingVerbs = {
    addPractitioner: async (change = {}, hours = { from: '00:00', to: '24:00' }) => {
      const practitioner = await hospital.keep('directory', (context) =>
        addPractitioner(context, {
          displayName: 'Dr. Example',
          title: [{ language: 'en', text: 'Cardiologist' }],
          specialties: ['cardiology'],
          languages: ['en'],
          zone: 'America/New_York',
          licenses: [{ state: 'NY', number: 'X-1', kind: 'full', status: 'active', expiresOn: '2028-12-31' }],
          ...change,
        }),
      )
      const administrator = await hospital.as('administrator')
      const weekly = everyDay.map((weekday) => ({ weekday, ...hours }))
      const rules = { zone: practitioner.zone, weekly, exceptions: [], version: 0 }
      await answered(administrator.put(`/v1/practitioners/${practitioner.id}/availability`, rules), 200)
      return practitioner
    },
    addPatient: async (change = {}) => {
      const patient = await hospital.keep('directory', (context) =>
        registerPatient(context, {
          name: { given: 'Pat', family: 'Sample' },
          birthDate: '1980-05-05',
          state: 'NY',
          language: 'en',
          zone: 'America/New_York',
          ...change,
        }),
      )
      return { patient, client: await hospital.as('patient', { personId: patient.id }) }
    },
    addActor: async (kind, patientId, scope) => {
      const identity = { issuer: 'https://login.lakeside.example', subject: newId() }
      const own = kind === 'patient' ? (await verbs.addPatient()).patient.id : null
      if (own !== null)
        await hospital.keep('directory', (context) =>
          registerIdentity(context, identity, { kind: 'patient', personId: own }),
        )
      const grant = (allowed: Schemas['ProxyScope'][]) =>
        hospital.keep('directory', (context) =>
          grantProxy(context, patientId, {
            displayName: 'Robin Sample',
            relationship: 'spouse',
            scope: allowed,
            from: '2026-01-01',
            identity,
          }),
        )
      const patient = await hospital.as('patient', { personId: patientId })
      let right = await grant(scope)
      const end = async ({ id }: Pick<typeof right, 'id'>): Promise<void> => {
        await answered(patient.post(`/v1/patients/${patientId}/proxies/${id}/end`), 200)
      }
      const { personId } = right
      return {
        client: await hospital.as(kind, { personId, patientIds: own === null ? [patientId] : [own, patientId] }),
        allow: async (allowed) => {
          const before = right
          right = await grant(allowed)
          await end(before)
        },
        end: () => end(right),
      }
    },
  }
  return { ...hospital, ...verbs }
}

/** A practitioner, and a patient with their own session, without other appointments. */
export interface TwoPeople {
  readonly practitioner: Schemas['Practitioner']
  readonly patient: Schemas['Patient']
  readonly client: SignedInClient
}

/** A time of the day that is `offset` days after the hospital opened. */
export const dayAt = (offset: number, time: string): string =>
  `${new Date(Date.parse(hospitalOpensAt) + offset * 86_400_000).toISOString().slice(0, 10)}T${time}:00Z`

/** Requests about times. */
export const actsAt = (hospital: () => SchedulingHospital) => {
  const typeId = (code = 'cardiology-follow-up'): string => {
    const type = hospital().types.get(code)
    if (!type) throw new Error(`no pack has a visit type ${code}`)
    return type.id
  }
  const hold = (
    { client, practitioner, patient }: TwoPeople,
    start: string,
    more: object = {},
  ): Promise<TestResponse> =>
    client.post('/v1/holds', {
      visitTypeId: typeId(),
      start,
      practitionerId: practitioner.id,
      patientId: patient.id,
      ...more,
    })
  return {
    typeId,
    hold,
    twoPeople: async (): Promise<TwoPeople> => ({
      practitioner: await hospital().addPractitioner(),
      ...(await hospital().addPatient()),
    }),
    book: async (two: TwoPeople, start: string, more: object = {}): Promise<TestResponse> => {
      const held = await hold(two, start)
      if (held.status !== 201) throw new Error(`the hold was answered with ${JSON.stringify(held.body)}`)
      return two.client.post('/v1/appointments', { holdId: held.body.id, patientId: two.patient.id, ...more })
    },
    startsOf: async (
      { client, practitioner }: Pick<TwoPeople, 'client' | 'practitioner'>,
      from: string,
      to: string,
    ): Promise<string[]> => {
      const query = new URLSearchParams({ visitTypeId: typeId(), from, to, practitionerId: practitioner.id })
      const response = await client.get(`/v1/slots?${query}`)
      if (response.status !== 200) throw new Error(`the search was answered with ${JSON.stringify(response.body)}`)
      return response.body.items.map((slot: { start: string }) => slot.start)
    },
  }
}
