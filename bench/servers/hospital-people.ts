import { sql } from 'kysely'
import type { ComposedServer } from '../../packages/reference-server/src/compose-server.ts'
import { addPractitioner, registerPatient } from '../../packages/reference-server/src/domains/directory/index.ts'
import { loadSpecialtyPacks, saveAvailability } from '../../packages/reference-server/src/domains/scheduling/index.ts'
import { createAccess } from '../../packages/reference-server/src/platform/audit/create-access.ts'
import { newId } from '../../packages/reference-server/src/platform/database/new-id.ts'
import { systemCaller } from '../../packages/reference-server/src/platform/events/consume-once.ts'
import type { Keeping } from '../../packages/reference-server/src/platform/seams.ts'

export interface HospitalPerson {
  readonly id: string
  /** Of a session that stands for the length of a bench. */
  readonly token: string
}

const everyDay = [1, 2, 3, 4, 5, 6, 7]

/** Fills a health system with people who are plainly made up. */
export const createPeople = (server: ComposedServer, organizationId: string) => {
  const keep = async <T>(domain: string, run: (keeping: Keeping) => Promise<T>): Promise<T> => {
    const now = new Date()
    const caller = systemCaller('bench', organizationId, now)
    const situation = { caller, requestId: newId(), now, access: createAccess(caller, 'organization'), newId }
    const { answer } = await server.platform.unitOfWork.run(
      { domain, situation, idempotency: null, audit: () => [] },
      run,
    )
    return answer
  }
  const signIn = async (kind: 'patient' | 'member', id: string, practitionerId: string | null): Promise<string> => {
    const { accessToken } = await server.identity.open(
      {
        kind,
        personId: id,
        roles: [kind === 'patient' ? 'patient' : 'practitioner'],
        patientIds: kind === 'patient' ? [id] : [],
        practitionerId,
      },
      { organizationId, clientId: 'bench', origin: null, authenticatedAt: new Date() },
    )
    return accessToken
  }
  const addMany = async (count: number, add: (index: number) => Promise<HospitalPerson>): Promise<HospitalPerson[]> => {
    const people: HospitalPerson[] = []
    for (let at = 0; at < count; at += 8)
      people.push(
        ...(await Promise.all(Array.from({ length: Math.min(8, count - at) }, (_, index) => add(at + index)))),
      )
    return people
  }
  const specialties = [...loadSpecialtyPacks(new Date().toISOString().slice(0, 10)).keys()]
  return {
    addPractitioners: (count: number, hours: { from: string; to: string }) =>
      addMany(count, async (index) => {
        const { id } = await keep('directory', (keeping) =>
          addPractitioner(keeping, {
            displayName: `Dr. Example ${index}`,
            title: [{ language: 'en', text: 'Physician' }],
            specialties,
            languages: ['en'],
            zone: 'America/New_York',
            licences: [{ state: 'OH', number: `X-${index}`, kind: 'full', status: 'active', expiresOn: '2036-12-31' }],
          }),
        )
        const weekly = everyDay.map((weekday) => ({ weekday, ...hours }))
        await keep('scheduling', ({ tx }) =>
          saveAvailability(tx, organizationId, {
            practitionerId: id,
            zone: 'America/New_York',
            weekly,
            exceptions: [],
            version: 1,
          }),
        )
        return { id, token: await signIn('member', newId(), id) }
      }),
    addPatients: (count: number) =>
      addMany(count, async (index) => {
        const { id } = await keep('directory', (keeping) =>
          registerPatient(keeping, {
            name: { given: 'Pat', family: `Sample ${index}` },
            birthDate: '1984-06-15',
            state: 'OH',
            language: 'en',
            zone: 'America/New_York',
            phone: '555 0142',
            email: `pat.sample.${index}@example.org`,
          }),
        )
        return { id, token: await signIn('patient', id, null) }
      }),
    /** Tokens of sessions of patients who are registered nowhere: enough for what only asks who is signed in. */
    openSessions: async (count: number): Promise<string[]> =>
      (await addMany(count, async () => ({ id: '', token: await signIn('patient', newId(), null) }))).map(
        ({ token }) => token,
      ),
    visitTypeId: async (code: string): Promise<string> => {
      const db = server.platform.database.reader({ domain: 'scheduling', organizationId })
      const { rows } = await sql<{ id: string }>`select id from scheduling.visit_types where code = ${code}`.execute(db)
      const id = rows[0]?.id
      if (id === undefined) throw new Error(`no visit type ${code}`)
      return id
    },
  }
}
