import {
  createServerClient,
  isProblem,
  type Availability,
  type CreateProxy,
  type VisitServerClient,
} from '@visitkit/sdk'
import { readPeople, type DemoPatient, type DemoPractitioner } from './people.ts'

type Weekly = Availability['weekly']

const days = (weekdays: readonly number[], windows: readonly (readonly [string, string])[]): Weekly =>
  weekdays.flatMap((weekday) => windows.map(([from, to]) => ({ weekday, from, to })))

const hours: Record<DemoPractitioner['hours'], Weekly> = {
  office: days(
    [1, 2, 3, 4, 5],
    [
      ['09:00', '12:00'],
      ['13:00', '17:00'],
    ],
  ),
  evenings: days([1, 2, 3, 4], [['14:00', '20:00']]),
  always: days([1, 2, 3, 4, 5, 6, 7], [['00:00', '24:00']]),
}

/** The added people, by username. */
export interface SeededPeople {
  readonly practitioners: ReadonlyMap<string, { readonly id: string; readonly memberId: string }>
  readonly staff: ReadonlyMap<string, string>
  readonly patients: ReadonlyMap<string, string>
}

/**
 * What no client can do with the API: link a sign-in to a person. In a clinic each person accepts an invitation. The people of the demo are
 * fictional and are linked by the operator of the server.
 */
export interface SeedOperator {
  linkLogin(person: { readonly kind: 'member' | 'patient'; readonly personId: string }, username: string): Promise<void>
  grantProxy(patientId: string, right: CreateProxy, username: string): Promise<void>
}

const addPractitioner = async (
  visitkit: VisitServerClient,
  operator: SeedOperator,
  person: DemoPractitioner,
): Promise<{ readonly id: string; readonly memberId: string }> => {
  const member = await visitkit.members.create({
    displayName: person.displayName,
    roles: ['practitioner'],
  })
  await operator.linkLogin({ kind: 'member', personId: member.id }, person.username)
  const practitioner = await visitkit.practitioners.create({
    memberId: member.id,
    displayName: person.displayName,
    title: [
      { language: 'en', text: person.title.en },
      { language: 'es', text: person.title.es },
    ],
    specialties: person.specialties,
    languages: person.languages,
    zone: person.zone,
    npi: person.npi,
    licenses: person.states.map((state) => ({
      state,
      number: `${state}-${person.npi.slice(-5)}`,
      kind: 'full',
      status: 'active',
      expiresOn: `${new Date().getUTCFullYear() + 2}-12-31`,
    })),
  })
  await visitkit.availability.put(practitioner.id, {
    zone: person.zone,
    weekly: hours[person.hours],
    exceptions: [],
    version: 0,
  })
  return { id: practitioner.id, memberId: member.id }
}

const addPatient = async (
  visitkit: VisitServerClient,
  operator: SeedOperator,
  person: DemoPatient,
): Promise<string> => {
  const { username, given, family, hint: _hint, signsIn, coverage, ...demographics } = person
  const patient = await visitkit.patients.create({ ...demographics, name: { given, family } })
  if (signsIn !== false) await operator.linkLogin({ kind: 'patient', personId: patient.id }, username)
  if (coverage) {
    const payer = (await visitkit.payers.list()).items.find(({ name }) => name === coverage.payer)
    if (!payer) throw new Error(`people/lakeside.json: no payer is called ${coverage.payer}.`)
    await visitkit.coverages.add(patient.id, {
      payerId: payer.id,
      memberNumber: coverage.memberNumber,
      relationship: 'self',
      order: 1,
      // In January too, there are visits of the last months to pay for.
      from: `${new Date().getUTCFullYear() - 1}-01-01`,
    })
  }
  return patient.id
}

/** Fills an empty organization with people, with the API; only their sign-ins are linked by the operator. */
export const seedPortal = async (options: {
  readonly visitkitUrl: string
  readonly operator: SeedOperator
  readonly clientId: string
  readonly clientSecret: string
  readonly log: (line: string) => void
}): Promise<SeededPeople> => {
  const visitkit = createServerClient({
    baseUrl: options.visitkitUrl,
    clientId: options.clientId,
    clientSecret: options.clientSecret,
  })
  const { operator } = options
  const people = await readPeople()
  try {
    const practitioners = new Map<string, { readonly id: string; readonly memberId: string }>()
    for (const person of people.practitioners)
      practitioners.set(person.username, await addPractitioner(visitkit, operator, person))
    options.log(`${people.practitioners.length} practitioners, with licenses and a week of availability`)
    const staff = new Map<string, string>()
    for (const person of people.staff) {
      const member = await visitkit.members.create({
        displayName: person.displayName,
        roles: person.roles,
        ...(person.email !== undefined && { email: person.email }),
      })
      await operator.linkLogin({ kind: 'member', personId: member.id }, person.username)
      staff.set(person.username, member.id)
    }
    for (const { name, members } of people.careTeams)
      await visitkit.careTeams.create({
        name,
        memberIds: members.map((username) => {
          const memberId = practitioners.get(username)?.memberId ?? staff.get(username)
          if (memberId === undefined)
            throw new Error(`people/lakeside.json: the care team ${name} names ${username}, who is not listed.`)
          return memberId
        }),
      })
    const patients = new Map<string, string>()
    for (const person of people.patients) patients.set(person.username, await addPatient(visitkit, operator, person))
    for (const person of people.proxies) {
      const patientId = patients.get(person.patient)
      if (!patientId)
        throw new Error(
          `people/lakeside.json: the proxy ${person.username} names the patient ${person.patient}, who is not listed.`,
        )
      const { zone } = people.patients.find(({ username }) => username === person.patient) as DemoPatient
      const right: CreateProxy = {
        displayName: person.displayName,
        relationship: person.relationship,
        email: person.email,
        scope: person.scope,
        // Today in the patient's calendar: rights begin and end there.
        from: new Intl.DateTimeFormat('en-CA', { timeZone: zone }).format(new Date()),
      }
      await operator.grantProxy(patientId, right, person.username)
    }
    options.log(
      `${people.staff.length} members of staff, ${people.careTeams.length} care teams, ${people.patients.length} patients, ${people.proxies.length} parent`,
    )
    return { practitioners, staff, patients }
  } catch (error) {
    if (isProblem(error))
      throw new Error(`Seeding stopped: ${error.code}. ${error.detail ?? ''} ${JSON.stringify(error.errors)}`, {
        cause: error,
      })
    throw error
  } finally {
    visitkit.close()
  }
}
