import type { components } from '@visitkit/contract'
import { liveMessages } from '@visitkit/contract/events'
import { operations, type OperationId } from '@visitkit/contract/operations'
import { vocabularies } from '@visitkit/contract/vocabularies'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { eventTypes, sampleEvent } from '../packages/reference-server/src/platform/contracts/sample-event.testing.ts'
import type { LiveRule } from '../packages/reference-server/src/platform/contracts/live-rule.ts'
import { readPolicies } from '../packages/reference-server/src/platform/http/read-policies.ts'
import { newId } from '../packages/reference-server/src/platform/database/ids/new-id.ts'
import type { EventType } from '../packages/reference-server/src/platform/contracts/event.ts'
import { migratedDatabase } from './migrated-database.ts'
import { body, createHospital, permissions, roles, type Hospital, type Person } from './hospital/create-hospital.ts'
import { nameOf, noticeOperations, requestEveryNotice } from './hospital/every-notice.ts'
import { startPartners, type HospitalPartners } from './hospital/start-partners.ts'
import { startServer, type RunningServer } from './hospital/start-server.ts'
import { everyRequest } from './requests/every-request.ts'
import { personIn } from './requests/guests.ts'
import type { PrepareRequest } from './requests/prepared-request.ts'
import { send } from './requests/send-request.ts'

/**
 * A person receives no event about data that they cannot read: every event, for every role and every scope of a proxy. The server itself is
 * the oracle: each of them calls the operation that reads what the event names over HTTP.
 */
let server: RunningServer
let partners: HospitalPartners
let hospital: Hospital
let patient: Person
const listeners = new Map<string, Person>()

const { ProxyScope: everyScope } = vocabularies
const scopes = everyScope.reduce<(readonly (typeof everyScope)[number][])[]>(
  (sets, scope) => [...sets, ...sets.map((set) => [...set, scope])],
  [[]],
)

beforeAll(async () => {
  const id = newId()
  partners = await startPartners(id, () => server?.clock.now() ?? new Date())
  const databaseUrl = await migratedDatabase()
  const { permissions: policy } = readPolicies()
  // With this policy no webhook contains results.
  const webhooks = policy.webhooks.filter((permission) => permission !== 'lab-result:read')
  server = await startServer({
    databaseUrl,
    environment: partners.environment,
    policies: { permissions: { ...policy, webhooks } },
  })
  hospital = await createHospital(server, id)
  patient = await hospital.person('patient')
  listeners.set('the patient', patient)
  listeners.set('another patient', await hospital.person('patient'))
  for (const role of roles)
    if (role !== 'patient' && role !== 'proxy') listeners.set(role, await personIn(hospital, role))
  await hospital.treat(patient.personId)
  listeners.set('a practitioner of no team', await hospital.outsider('practitioner'))
  listeners.set('a nurse of no team', await hospital.outsider('nurse'))
  // `sensitive` is no right by itself.
  for (const scope of scopes.filter((each) => each.some((one) => one !== 'sensitive')))
    listeners.set(`a proxy for ${scope.join(', ')}`, await hospital.proxyOf(patient.personId, scope))
  listeners.set('a proxy of another patient', await hospital.person('proxy'))
})
afterAll(async () => {
  await server?.stop()
  await partners?.stop()
})

/** Lists of which everyone who may read them may read each item: of patients who are often not known, or of all patients. */
const namesNoPatient: ReadonlySet<OperationId> = new Set<OperationId>([
  'listHeldPartnerMessages',
  'listHeldPharmacyMessages',
  'listEmergencyAdmissions',
])

/** Whether this operation gives this person data about the patient. Prepared by a person who may, requested by this one. */
const answered = new Map<string, Promise<boolean>>()
const requests = new Map<OperationId, Promise<object>>()
const mayCall = (id: OperationId, name: string, person: Person): Promise<boolean> => {
  const key = `${id} ${name}`
  const known = answered.get(key)
  if (known !== undefined) return known
  const asking = (async () => {
    if (!requests.has(id)) requests.set(id, prepare(id))
    const { status, text } = await send(person, id, (await requests.get(id)) ?? {})
    if (status === 403 || status === 404) return false
    // A slot cannot be booked twice.
    expect([operations[id].success, 409], `${id} by ${name}`).toContain(status)
    // A list omits patients that the person cannot read, and an operation that names nothing is about those of the session.
    const isAboutSome =
      operations[id].audit.patients?.includes('/items/*/patientId') === true ||
      (operations[id].audit.patients !== undefined && !operations[id].path.includes('{'))
    return !isAboutSome || namesNoPatient.has(id) || text.includes(patient.personId)
  })()
  answered.set(key, asking)
  return asking
}
const prepare = async (id: OperationId): Promise<object> => {
  const { permission, path } = operations[id]
  if (/^[^{]*\{patientId\}[^{]*$/.test(path)) return { path: { patientId: patient.personId } }
  const staff = roles.find(
    (role) => role !== 'patient' && role !== 'proxy' && permissions[role][permission] !== undefined,
  )
  // Assigned to the desk: a task for their role would make every one of them treat the patient.
  if (id === 'listTasks') return everyRequest.listTasks(hospital, { ...hospital.desk, patientIds: [patient.personId] })
  const asker = permissions.patient[permission] === undefined && staff !== undefined ? listeners.get(staff) : patient
  if (asker === undefined) throw new Error(`nobody may ${permission}`)
  return (everyRequest[id] as PrepareRequest<OperationId>)(hospital, { ...asker, patientIds: [patient.personId] })
}

/**
 * What members read here depends on more than their role, so only the audience of the rule receives these messages: threads and tasks that are
 * assigned to them or to their role, and questions that they may answer.
 */
const byAssignee: ReadonlySet<string> = new Set(['thread.changed', 'task.changed', 'access-question.changed'])

/** Who receives an event's message when it is addressed to everyone. */
const heardBy = async (rule: LiveRule, type: EventType): Promise<ReadonlySet<string>> => {
  const { hub } = server.composed.live
  const heard = new Set<string>()
  const pages = [...listeners].map(([name, person]) => ({
    caller: { ...callerOf(person) },
    send: (message: Buffer) => {
      if ((JSON.parse(message.toString()) as { type: string }).type === rule.message) heard.add(name)
    },
    close: () => expect.unreachable('a page was closed'),
  }))
  for (const page of pages) hub.join(page)
  const about = { patientId: patient.personId, practitionerId: listeners.get('practitioner')?.practitionerId ?? '' }
  const sample = sampleEvent(type).data as Record<string, unknown>
  const data = Object.fromEntries(
    Object.entries(sample).map(([name, value]) => [name, name in about ? about[name as keyof typeof about] : value]),
  )
  const everyone = [...listeners.values()]
  const ids = rule.ids(data as never)
  // An event without a patient is about its recipients.
  const patients = 'patientId' in ids ? everyone.flatMap(({ patientIds }) => patientIds) : [patient.personId]
  hub.publish(
    hospital.id,
    {
      practitioners: everyone.flatMap(({ practitionerId }) => practitionerId ?? []),
      members: everyone.map(({ personId }) => personId),
      guests: everyone.map(({ personId }) => personId),
      roles: roles as readonly components['schemas']['Role'][],
      ...(byAssignee.has(rule.message) && {
        practitioners: [],
        members: [],
        guests: [],
        roles: [],
        ...rule.audience(data as never),
      }),
      patients,
    },
    { type: rule.message, ids } as never,
  )
  await hub.settled(hospital.id)
  for (const page of pages) hub.leave(page)
  return heard
}
const callerOf = ({ role, personId, patientIds, practitionerId, sessionId }: Person) => ({
  sessionId,
  organizationId: hospital.id,
  kind: role === 'patient' || role === 'proxy' || role === 'guest' || role === 'service' ? role : ('member' as const),
  personId,
  roles: [role],
  patientIds,
  practitionerId,
  clientId: 'portal',
  origin: null,
  authenticatedAt: server.clock.now(),
})

describe('a live message', () => {
  it.each(eventTypes)('of %s reaches everyone who may read what it names, and no one else', async (type) => {
    const rules = server.composed.modules.flatMap((module) => module.live).filter(({ event }) => event === type)
    for (const rule of rules) {
      const heard = await heardBy(rule, type)
      const may = new Set<string>()
      for (const [name, person] of listeners)
        for (const id of liveMessages[rule.message].readBy) if (await mayCall(id, name, person)) may.add(name)
      if (byAssignee.has(rule.message))
        for (const [name, { role }] of listeners)
          if (role !== 'patient' && role !== 'proxy' && !heard.has(name)) may.delete(name)
      expect([...heard].toSorted()).toEqual([...may].toSorted())
    }
  })
})

/** All pages; null for a person who may not read the list. */
const deliveriesShownTo = async (person: Person): Promise<components['schemas']['Delivery'][] | null> => {
  const all: components['schemas']['Delivery'][] = []
  for (let cursor: string | null | undefined; cursor !== null;) {
    const query = { limit: 100, ...(cursor && { cursor }) }
    const answer = await send(person, 'listDeliveries', { path: { patientId: patient.personId }, query })
    if (answer.status === 403 || answer.status === 404) return null
    const { items, nextCursor } = answer.body as {
      items: components['schemas']['Delivery'][]
      nextCursor: string | null
    }
    all.push(...items)
    cursor = nextCursor
  }
  return all
}

describe('the list of deliveries', () => {
  it('shows each person the notices about data that they may read, and nothing about others', async () => {
    await requestEveryNotice(hospital, patient.personId)
    for (const [name, person] of listeners) {
      const items = await deliveriesShownTo(person)
      if (!items) continue
      const may: string[] = []
      for (const [notice, readBy] of noticeOperations)
        if ((await Promise.all(readBy.map((id) => mayCall(id, name, person)))).includes(true)) may.push(notice)
      expect({ name, shown: [...new Set(items.map(nameOf))].toSorted() }).toEqual({ name, shown: may.toSorted() })
    }
  })
})

describe('a webhook', () => {
  const endpoint = (events: string[]) =>
    hospital.administrator.post('/v1/webhook-endpoints', { url: 'http://127.0.0.1:1/visitkit', events })

  it('cannot subscribe to what the policy does not permit webhooks to carry', async () => {
    const refused = await endpoint(['labs.result-released'])
    expect(refused).toMatchObject({
      status: 422,
      body: { code: 'event_not_permitted', errors: [{ pointer: '/events' }] },
    })
  })

  it('that subscribes to everything receives everything except that', async () => {
    const { id } = await body(endpoint(['*']))
    await server.transact(hospital.id, 'labs', (context) => context.emit(sampleEvent('labs.result-released')))
    await server.transact(hospital.id, 'labs', (context) => context.emit(sampleEvent('labs.order-changed')))
    const deliveries = async (): Promise<string[]> =>
      (await body(hospital.administrator.get(`/v1/webhook-endpoints/${id}/deliveries`))).items.map(
        ({ event }: { event: string }) => event,
      )
    await expect.poll(deliveries).toEqual(['labs.order-changed'])
  })
})
