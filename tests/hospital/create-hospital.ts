import { readFileSync } from 'node:fs'
import type { components } from '@visitkit/contract'
import { sql } from 'kysely'
import { addCareTeam, grantProxy } from '../../packages/reference-server/src/domains/directory/index.ts'
import { newId } from '../../packages/reference-server/src/platform/database/ids/new-id.ts'
import {
  createTestClient,
  type TestResponse,
  type TestClient,
} from '../../packages/reference-server/src/platform/http/tests/http-client.testing.ts'
import { withHardwareKey } from '../../packages/reference-server/src/platform/http/tests/sign-in.ts'
import type { SignInAssertion } from '../../packages/reference-server/src/platform/identity/sign-in-strength.ts'
import { createClinic, lakeside, shortVisitType } from '../../packages/reference-server/src/test-kit/create-clinic.ts'
import type { RunningServer } from './start-server.ts'

type Schemas = components['schemas']
/** The roles of the policy file: those of people with an account, and guests of a visit. */
export type Role = Schemas['Role'] | 'guest'
export type Reach = 'own' | 'assigned' | 'organization'

/** The policy file: the tests verify that the server enforces it. */
export const permissions = (
  JSON.parse(
    readFileSync(new URL('../../packages/reference-server/packs/policy/permissions.json', import.meta.url), 'utf8'),
  ) as { roles: Readonly<Record<Role, Readonly<Record<string, Reach>>>> }
).roles
export const roles = Object.keys(permissions) as Role[]

/** A signed-in person. */
export interface Person extends TestClient {
  readonly role: Role
  readonly personId: string
  readonly patientIds: readonly string[]
  readonly practitionerId: string | null
  readonly sessionId: string
  /** A new access token of this session. */
  accessToken(): Promise<string>
  /** The origin from which the session may be used; null for programs. */
  readonly origin: string | null
  /** The same session, at another process of the deployment. */
  at(url: string): Person
  /** Another session of the same person, who signed in like this. Default: with a hardware key. */
  again(signIn?: SignInAssertion): Promise<Person>
}

export interface Hospital {
  readonly id: string
  readonly server: RunningServer
  readonly portal: { readonly origin: string; readonly clientId: string; readonly clientSecret: string }
  /** A person who may use `client_credentials`. */
  readonly program: { readonly clientId: string; readonly clientSecret: string }
  /** Five minutes, needs consent, has no questionnaire. */
  readonly visitTypeId: string
  /** The same with a questionnaire. */
  readonly askingVisitTypeId: string
  /** The same, but patients only request it. */
  readonly requestedVisitTypeId: string
  readonly desk: Person
  readonly administrator: Person
  anonymous(): TestClient
  /**
   * A new person in this role: a patient with a record, a proxy with a patient, a practitioner who is on duty, a member. All staff are in
   * one care team.
   */
  person(role: Role, given?: Partial<Schemas['CreatePatient']>): Promise<Person>
  /** A new proxy of this patient with the given scope. */
  proxyOf(patientId: string, scope: readonly Schemas['ProxyScope'][]): Promise<Person>
  patient(given?: Partial<Schemas['CreatePatient']>): Promise<Schemas['Patient']>
  /**
   * Books an appointment with a practitioner of the hospital's care team, so that everyone in the team treats the patient. Returns the
   * practitioner's id.
   */
  treat(patientId: string): Promise<string>
  /** A practitioner or nurse without a care team and without cover. */
  outsider(role: 'practitioner' | 'nurse'): Promise<Person>
  /** Works every hour of every day, licensed in Ohio. */
  practitioner(memberId?: string, given?: Partial<Schemas['CreatePractitioner']>): Promise<Schemas['Practitioner']>
  /** A practitioner for requests that need any practitioner. */
  onDuty(): Promise<Person>
  /** A slot that no other test uses: soon enough to check in now, or later. */
  time(when: 'soon' | 'later'): Promise<{ readonly practitionerId: string; readonly start: string }>
  signIn(person: Pick<Person, 'role' | 'personId' | 'patientIds' | 'practitionerId'>): Promise<Person>
}

/** The body of a response that must be a success. */
export const body = async (answer: Promise<TestResponse>) => {
  const { status, body: given } = await answer
  if (status >= 300) throw new Error(`A test could not prepare what it needs: ${status} ${JSON.stringify(given)}`)
  return given
}

const everyDay = [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, from: '00:00', to: '24:00' }))

/** A health system on a running server, with everything that a request may need. */
export const createHospital = async (
  server: RunningServer,
  id = newId(),
  videoVendor: Schemas['VideoVendor'] = 'peer',
): Promise<Hospital> => {
  const { clock, composed, url } = server
  const organization = { ...lakeside, region: 'us', videoVendor }
  await createClinic((domain, run) => server.transact(id, domain, run), id, { organization })
  const origin = `https://portal-${id}.lakeside.example`
  const clientId = `portal-${id}`
  const { secret } = await composed.identity.clients.register({
    organizationId: id,
    clientId,
    name: 'Lakeside portal',
    grants: ['token-exchange', 'refresh_token'],
    origins: [origin],
  })
  const programId = `program-${id}`
  const { secret: programSecret } = await composed.identity.clients.register({
    organizationId: id,
    clientId: programId,
    name: 'Lakeside record',
    grants: ['client_credentials'],
    origins: [],
  })
  await composed.identity.clients.refreshOrigins()

  const signIn = async (
    person: Parameters<Hospital['signIn']>[0],
    how: SignInAssertion = withHardwareKey,
  ): Promise<Person> => {
    const { role, personId, patientIds, practitionerId } = person
    const kind = role === 'patient' || role === 'proxy' || role === 'guest' || role === 'service' ? role : 'member'
    const { session } = await composed.identity.open(
      { kind, personId, roles: [role], patientIds, practitionerId },
      {
        organizationId: id,
        clientId: kind === 'service' ? programId : clientId,
        origin: kind === 'service' ? null : origin,
        authenticatedAt: clock.now(),
        signIn: how,
      },
    )
    const accessToken = async (): Promise<string> => (await composed.identity.issue(session)).access_token
    const { origin: boundTo } = session.caller
    const at = (address: string): Person => ({
      ...createTestClient({ url: address, accessToken, origin: boundTo }),
      role,
      personId,
      patientIds,
      practitionerId,
      sessionId: session.id,
      origin: boundTo,
      accessToken,
      at,
      again: (again) => signIn(person, again),
    })
    return at(url)
  }
  const { id: careTeamId } = await server.transact(id, 'directory', (context) =>
    addCareTeam(context, { name: 'Everyone', memberIds: [] }),
  )
  /** Adds the member to the care team, as an update of it would. */
  const join = (column: 'member_ids' | 'practitioner_ids', who: string): Promise<void> =>
    server.transact(id, 'directory', async ({ tx, emit }) => {
      await sql`update directory.care_teams set ${sql.ref(column)} = ${sql.ref(column)} || ${who}::uuid, version = version + 1
        where id = ${careTeamId}`.execute(tx)
      await emit({ type: 'directory.care-team-changed', data: { careTeamId, version: 1 } })
    })
  const outside = async (role: Role): Promise<Person> => {
    const { id: personId } = await body(
      administrator.post('/v1/members', { displayName: `Sample ${role}`, roles: [role] }),
    )
    return signIn({ role, personId, patientIds: [], practitionerId: null })
  }
  const member = async (role: Role): Promise<Person> => {
    const someone = await outside(role)
    await join('member_ids', someone.personId)
    return someone
  }
  // The first administrator signs in with the organization's own issuer; all other people are created with the API.
  const administrator = await signIn({ role: 'administrator', personId: newId(), patientIds: [], practitionerId: null })
  const desk = await member('front-desk')
  const visitType = (
    code: string,
    questionnaires: string[],
    bookingMode: Schemas['BookingMode'] = 'instant',
  ): Promise<Schemas['VisitType']> =>
    body(administrator.post('/v1/visit-types', { ...shortVisitType, code, questionnaires, bookingMode }))
  const [{ id: visitTypeId }, { id: askingVisitTypeId }, { id: requestedVisitTypeId }] = [
    await visitType('short', []),
    await visitType('short-asking', ['general-check']),
    await visitType('short-requested', [], 'request'),
  ]

  const patient: Hospital['patient'] = (given = {}) =>
    body(
      desk.post('/v1/patients', {
        name: { given: 'Pat', family: `Sample ${newId()}` },
        birthDate: '1984-06-15',
        state: 'OH',
        language: 'en',
        zone: 'America/New_York',
        ...given,
      }),
    )
  const practicing = async (
    memberId?: string,
    given: Partial<Schemas['CreatePractitioner']> = {},
  ): Promise<Schemas['Practitioner']> => {
    const created: Schemas['Practitioner'] = await body(
      administrator.post('/v1/practitioners', {
        displayName: 'Dr. Casey Example',
        title: [{ language: 'en', text: 'Physician' }],
        specialties: ['primary-care'],
        languages: ['en'],
        zone: 'America/New_York',
        npi: '1234567893',
        licenses: [{ state: 'OH', number: 'X-OH', kind: 'full', status: 'active', expiresOn: '2028-12-31' }],
        ...(memberId === undefined ? {} : { memberId }),
        ...given,
      }),
    )
    const rules = { zone: 'America/New_York', weekly: everyDay, exceptions: [], version: 0 }
    await body(administrator.put(`/v1/practitioners/${created.id}/availability`, rules))
    return created
  }
  const practitioner: Hospital['practitioner'] = async (memberId, given) => {
    const created = await practicing(memberId, given)
    await join('practitioner_ids', created.id)
    return created
  }

  const free: Record<'soon' | 'later', { practitionerId: string; start: string }[]> = { soon: [], later: [] }
  const time: Hospital['time'] = async (when) => {
    const [next] = free[when].splice(0, 1)
    if (next) return next
    const { id: practitionerId } = await practitioner()
    const now = Math.ceil(clock.now().getTime() / 300_000) * 300_000
    const at = (minutes: number) => ({ practitionerId, start: new Date(now + minutes * 60_000).toISOString() })
    free.soon.push(...Array.from({ length: 5 }, (_, index) => at(5 + index * 5)))
    free.later.push(...Array.from({ length: 100 }, (_, index) => at(24 * 60 + index * 5)))
    return time(when)
  }

  const proxyOf: Hospital['proxyOf'] = async (patientId, scope) => {
    const identity = { issuer: 'https://login.lakeside.example', subject: newId() }
    const { personId } = await server.transact(id, 'directory', (context) =>
      grantProxy(context, patientId, {
        displayName: 'Robin Sample',
        relationship: 'spouse',
        scope: [...scope],
        from: '2026-01-01',
        identity,
      }),
    )
    return signIn({ role: 'proxy', personId, patientIds: [patientId], practitionerId: null })
  }
  const treated = new Set<string>()
  const treat: Hospital['treat'] = async (patientId) => {
    if (treated.has(patientId)) return patientId
    treated.add(patientId)
    const { id: holdId } = await body(desk.post('/v1/holds', { ...(await time('later')), visitTypeId, patientId }))
    await body(desk.post('/v1/appointments', { holdId, patientId }))
    return patientId
  }
  const outsider: Hospital['outsider'] = async (role) => {
    const someone = await outside(role)
    if (role === 'nurse') return someone
    const { id: practitionerId } = await practicing(someone.personId)
    return signIn({ role, personId: someone.personId, patientIds: [], practitionerId })
  }
  const person: Hospital['person'] = async (role, given) => {
    if (role === 'patient') {
      const { id: personId } = await patient(given)
      return signIn({ role, personId, patientIds: [personId], practitionerId: null })
    }
    if (role === 'proxy') return proxyOf((await patient(given)).id, ['schedule', 'visit', 'record'])
    if (role === 'guest') throw new Error('A guest is invited: use personIn of requests/guests.ts.')
    if (role === 'service') return signIn({ role, personId: programId, patientIds: [], practitionerId: null })
    const someone = await member(role)
    if (role !== 'practitioner') return someone
    const { id: practitionerId } = await practitioner(someone.personId)
    return signIn({ role, personId: someone.personId, patientIds: [], practitionerId })
  }
  let duty: Promise<Person> | null = null

  return {
    id,
    server,
    portal: { origin, clientId, clientSecret: secret },
    program: { clientId: programId, clientSecret: programSecret },
    visitTypeId,
    askingVisitTypeId,
    requestedVisitTypeId,
    desk,
    administrator,
    anonymous: () => createTestClient({ url, accessToken: null, origin: null }),
    signIn,
    patient,
    treat,
    outsider,
    practitioner,
    time,
    person,
    proxyOf,
    onDuty: () => (duty ??= person('practitioner')),
  }
}
