import { newId } from '../../../platform/database/ids/new-id.ts'
import { notFound } from '../../../platform/problems/problem.ts'
import {
  startTestServer,
  type SignedInClient,
  type TestAnswer,
  type TestServer,
} from '../../../platform/http/tests/testing.ts'
import { createSchedulingDomain, installSpecialties, loadSpecialtyPacks } from '../index.ts'
import type { BookablePatient, DirectoryPort, PatientSummary, Practitioner } from '../ports.ts'
import type { SchedulingProvides } from '../provides.ts'
import type { VisitType } from '../store/visit-types.ts'

/** A clinic of one organization with a directory of the test's own, spoken to over HTTP. Wednesday, ten in the morning in New York. */
export interface TestClinic {
  readonly server: TestServer
  readonly provides: SchedulingProvides
  /** The visit types of the packs, by code. */
  readonly types: ReadonlyMap<string, VisitType>
  /** Works every day, all day, unless other hours are given. */
  addPractitioner(change?: Partial<Practitioner>, hours?: { from: string; to: string }): Promise<Practitioner>
  addPatient(
    change?: Partial<BookablePatient>,
  ): Promise<{ readonly patient: BookablePatient; readonly client: SignedInClient }>
  changePractitioner(id: string, change: Partial<Practitioner>): void
  /** What people may do for others, by person; everything where nothing is said. */
  readonly scopes: Map<string, readonly Scope[]>
}

export const clinicOpensAt = '2026-11-25T15:00:00Z'
type Scope = 'schedule' | 'visit' | 'record'
const everyScope: readonly Scope[] = ['schedule', 'visit', 'record']
const everyDay = [1, 2, 3, 4, 5, 6, 7]

export const startClinic = async (engine: 'pglite' | 'postgres'): Promise<TestClinic> => {
  const practitioners = new Map<string, Practitioner>()
  const patients = new Map<string, BookablePatient>()
  const scopes = new Map<string, readonly Scope[]>()
  const scopesFor: DirectoryPort['scopesFor'] =
    async ({ caller }) =>
    (patientId) =>
      new Set(patientId === caller.personId ? everyScope : (scopes.get(caller.personId) ?? everyScope))

  const patientOf: DirectoryPort['patient'] = async ({ access }, patientId) => {
    access.touch(patientId)
    const patient = patients.get(patientId)
    if (!patient) throw notFound('patient_unknown')
    return patient
  }
  const directory: DirectoryPort = {
    practitioners: async () => [...practitioners.values()].filter(({ active }) => active),
    practitionerSummaries: async (_, ids) =>
      new Map(
        ids.flatMap((id) => {
          const practitioner = practitioners.get(id)
          if (!practitioner) return []
          const { displayName, title, specialties, languages, zone } = practitioner
          return [[id, { id, displayName, title, specialties, languages, zone, states: [] }]]
        }),
      ),
    patient: patientOf,
    patientSummaries: async (reading, ids) => {
      const found = await Promise.all(ids.map((id) => patientOf(reading, id)))
      const summary = ({ id, state, zone }: BookablePatient): PatientSummary => ({
        id,
        displayName: `Patient ${id.slice(-4)}`,
        age: 40,
        state,
        language: 'en',
        zone,
      })
      return new Map(found.map((patient) => [patient.id, summary(patient)]))
    },
    scopesFor,
    actingFor: async (reading, patientId, scope) => {
      if (!(await scopesFor(reading))(patientId).has(scope)) throw notFound('outside_proxy_scope')
    },
    organization: async () => ({ name: 'Lakeside Health' }),
  }

  let provides: SchedulingProvides | undefined
  const specialties = loadSpecialtyPacks('2026-11-24')
  const server: TestServer = await startTestServer({
    engine,
    now: clinicOpensAt,
    modules: ({ database, unitOfWork }) => {
      const domain = createSchedulingDomain({
        database,
        unitOfWork,
        specialties,
        ports: { directory, organizationIds: async () => [server.organizationId] },
      })
      provides = domain.provides
      return [domain.module]
    },
  })
  const { organizationId } = server
  const types = await server.keep('scheduling', ({ tx }) => installSpecialties(tx, organizationId, specialties, newId))

  const administrator = await server.as('administrator')

  return {
    server,
    provides: provides!,
    types: new Map(types.map((type) => [type.code, type])),
    scopes,
    changePractitioner: (id, change) => practitioners.set(id, { ...practitioners.get(id)!, ...change }),
    addPractitioner: async (change = {}, hours = { from: '00:00', to: '24:00' }) => {
      const practitioner: Practitioner = {
        id: newId(),
        memberId: null,
        displayName: 'Dr. Example',
        title: [{ language: 'en', text: 'Cardiologist' }],
        specialties: ['cardiology'],
        languages: ['en'],
        zone: 'America/New_York',
        licences: [{ state: 'NY', number: 'X-1', kind: 'full', status: 'active', expiresOn: '2028-12-31' }],
        active: true,
        version: 1,
        ...change,
      }
      practitioners.set(practitioner.id, practitioner)
      const weekly = everyDay.map((weekday) => ({ weekday, ...hours }))
      const rules = { zone: practitioner.zone, weekly, exceptions: [], version: 0 }
      const { status } = await administrator.put(`/v1/practitioners/${practitioner.id}/availability`, rules)
      if (status !== 200) throw new Error(`the hours of a test practitioner were answered with ${status}`)
      return practitioner
    },
    addPatient: async (change = {}) => {
      const patient: BookablePatient = {
        id: newId(),
        birthDate: '1980-05-05',
        state: 'NY',
        zone: 'America/New_York',
        ...change,
      }
      patients.set(patient.id, patient)
      return { patient, client: await server.as('patient', { personId: patient.id }) }
    },
  }
}

/** A practitioner, and a patient with their own session, who have met nobody else. */
export interface TwoPeople {
  readonly practitioner: Practitioner
  readonly patient: BookablePatient
  readonly client: SignedInClient
}

/** A time of the day that is `offset` days after the clinic opened. */
export const dayAt = (offset: number, time: string): string =>
  `${new Date(Date.parse(clinicOpensAt) + offset * 86_400_000).toISOString().slice(0, 10)}T${time}:00Z`

/** What people do at a clinic, as requests. */
export const actsAt = (clinic: () => TestClinic) => {
  const typeId = (code = 'cardiology-follow-up'): string => {
    const type = clinic().types.get(code)
    if (!type) throw new Error(`no pack has a visit type ${code}`)
    return type.id
  }
  const hold = ({ client, practitioner, patient }: TwoPeople, start: string, more: object = {}): Promise<TestAnswer> =>
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
      practitioner: await clinic().addPractitioner(),
      ...(await clinic().addPatient()),
    }),
    book: async (two: TwoPeople, start: string, more: object = {}): Promise<TestAnswer> => {
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
      const answer = await client.get(`/v1/slots?${query}`)
      if (answer.status !== 200) throw new Error(`the search was answered with ${JSON.stringify(answer.body)}`)
      return answer.body.items.map((slot: { start: string }) => slot.start)
    },
  }
}
