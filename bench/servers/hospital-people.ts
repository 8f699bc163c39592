import { sql } from 'kysely'
import type { ComposedServer } from '../../packages/reference-server/src/compose-server.ts'
import {
  lockAccount,
  readAccount,
} from '../../packages/reference-server/src/domains/billing/accounts/store/accounts.ts'
import { insertCoverage } from '../../packages/reference-server/src/domains/billing/coverages/store/coverages.ts'
import {
  addMember,
  addPractitioner,
  registerPatient,
} from '../../packages/reference-server/src/domains/directory/index.ts'
import { loadSpecialtyPacks, upsertAvailability } from '../../packages/reference-server/src/domains/scheduling/index.ts'
import { newId } from '../../packages/reference-server/src/platform/database/ids/new-id.ts'
import { withHardwareKey } from '../../packages/reference-server/src/platform/http/tests/sign-in.ts'
import { runForOrganization } from '../../packages/reference-server/src/platform/system/run-for-organization.ts'
import { storeChange } from '../../packages/reference-server/src/test-kit/store-change.ts'
import type { WriteContext } from '../../packages/reference-server/src/platform/contracts/context.ts'
import { npiOf } from '../npi.ts'

export interface HospitalPerson {
  /** Of the practitioner or patient; otherwise of the member. */
  readonly id: string
  /** Of a session that lasts as long as a bench. */
  readonly token: string
}

export type PersonKind = 'patient' | 'practitioner' | 'biller' | 'administrator'

const everyDay = [1, 2, 3, 4, 5, 6, 7]

const visitType = {
  code: 'bench-visit',
  specialty: 'primary-care',
  name: [{ language: 'en', text: 'Visit' }],
  description: [],
  minutes: 15,
  bufferBeforeMinutes: 0,
  bufferAfterMinutes: 0,
  stepMinutes: 5,
  modality: 'video',
  requiredConsents: ['telehealth-treatment'],
  questionnaires: ['urgent-check'],
  licenseRequired: true,
  minimumNoticeMinutes: 0,
  horizonDays: 60,
  cancellationNoticeMinutes: 0,
}

/** Fills a health system with fictional people. `organization`: its number in the bench. */
export const createPeople = (
  server: ComposedServer,
  organizationId: string,
  organization: number,
  clientId: string,
) => {
  const transact = <T>(domain: string, run: (context: WriteContext) => Promise<T>): Promise<T> =>
    runForOrganization(server.platform.unitOfWork, domain, 'bench')(organizationId, new Date(), run)
  const memberOf = new Map<string, string>()
  /** Just now, as signing a note or a prescription requires. */
  const signIn = async (kind: PersonKind, id: string): Promise<HospitalPerson> => {
    const { accessToken } = await server.identity.open(
      {
        kind: kind === 'patient' ? 'patient' : 'member',
        personId: memberOf.get(id) ?? id,
        roles: [kind],
        patientIds: kind === 'patient' ? [id] : [],
        practitionerId: kind === 'practitioner' ? id : null,
      },
      { organizationId, clientId, origin: null, authenticatedAt: new Date(), signIn: withHardwareKey },
    )
    return { id, token: accessToken }
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
        const displayName = `Dr. Example ${index}`
        const { id, memberId } = await transact('directory', async (context) => {
          const member = await addMember(context, { displayName, roles: ['practitioner'] })
          return addPractitioner(context, {
            memberId: member.id,
            displayName,
            npi: npiOf(organization, index),
            title: [{ language: 'en', text: 'Physician' }],
            specialties,
            languages: ['en'],
            zone: 'America/New_York',
            licenses: [{ state: 'OH', number: `X-${index}`, kind: 'full', status: 'active', expiresOn: '2036-12-31' }],
          })
        })
        memberOf.set(id, memberId ?? id)
        const weekly = everyDay.map((weekday) => ({ weekday, ...hours }))
        await transact('scheduling', ({ tx }) =>
          upsertAvailability(tx, organizationId, {
            practitionerId: id,
            zone: 'America/New_York',
            weekly,
            exceptions: [],
            timeOff: [],
            version: 1,
          }),
        )
        return signIn('practitioner', id)
      }),
    addBillers: (count: number) =>
      addMany(count, async (index) => {
        const { id } = await transact('directory', (context) =>
          addMember(context, { displayName: `Biller Example ${index}`, roles: ['biller'] }),
        )
        return signIn('biller', id)
      }),
    /** With coverage by a payer of the billing pack, where the organization bills. */
    addPatients: (count: number, payerId: string | null) =>
      addMany(count, async (index) => {
        const { id } = await transact('directory', (context) =>
          registerPatient(context, {
            name: { given: 'Pat', family: `Sample ${index}` },
            birthDate: '1984-06-15',
            sex: 'female',
            address: { line1: '1 Sample Street', city: 'Exampleville', state: 'OH', postalCode: '43004' },
            state: 'OH',
            language: 'en',
            zone: 'America/New_York',
            phone: '614 555 0142',
            email: `pat.sample.${index}@example.org`,
          }),
        )
        if (payerId !== null)
          await transact('billing', async (context) => {
            const coverage = insertCoverage({
              ...{ id: newId(), patientId: id, payerId, order: 1, from: '2026-01-01', to: null, version: 1 },
              ...{ memberNumber: `MEM${String(index).padStart(7, '0')}`, groupNumber: null },
              ...{
                relationship: 'self',
                subscriber: null,
                nameOnCard: null,
                medicareSecondaryReason: null,
                correctedAt: null,
              },
            })
            const account = await readAccount(context.tx, id)
            await storeChange(context, { writes: [lockAccount(id, account), coverage] })
          })
        return signIn('patient', id)
      }),
    /** New sessions, for people whose token or recent sign-in would expire. */
    signIn: (kind: PersonKind, ids: readonly string[]): Promise<HospitalPerson[]> =>
      addMany(ids.length, (index) => signIn(kind, ids[index] ?? '')),
    /** Tokens of sessions of patients who are not registered: enough for requests that need only a session. */
    openSessions: async (count: number): Promise<string[]> =>
      (await addMany(count, () => signIn('patient', newId()))).map(({ token }) => token),
    payerNamed: async (name: string): Promise<string> => {
      const db = server.platform.database.reader({ domain: 'billing', organizationId })
      const { rows } = await sql<{ id: string }>`select id from billing.payers where name = ${name}`.execute(db)
      const id = rows[0]?.id
      if (id === undefined) throw new Error(`no payer ${name}`)
      return id
    },
    addVisitType: async (url: string): Promise<string> => {
      const { token } = await signIn('administrator', newId())
      const answer = await fetch(`${url}/v1/visit-types`, {
        method: 'POST',
        headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
        body: JSON.stringify(visitType),
      })
      if (answer.status !== 201) throw new Error(`the visit type was answered with ${answer.status}`)
      return ((await answer.json()) as { id: string }).id
    },
    visitTypeId: async (code: string): Promise<string> => {
      const db = server.platform.database.reader({ domain: 'scheduling', organizationId })
      const { rows } = await sql<{ id: string }>`select id from scheduling.visit_types where code = ${code}`.execute(db)
      const id = rows[0]?.id
      if (id === undefined) throw new Error(`no visit type ${code}`)
      return id
    },
  }
}
