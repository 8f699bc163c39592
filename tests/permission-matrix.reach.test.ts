import { readFileSync } from 'node:fs'
import { operations, type OperationId } from '@visitkit/contract/operations'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newId } from '../packages/reference-server/src/platform/database/ids/new-id.ts'
import { migratedDatabase } from './migrated-database.ts'
import { body, createHospital, permissions, type Hospital, type Person } from './hospital/create-hospital.ts'
import { startPartners, type HospitalPartners } from './hospital/start-partners.ts'
import { startServer, type RunningServer } from './hospital/start-server.ts'
import { gates, type Gate } from './permission-matrix.gates.ts'
import { everyRequest } from './requests/every-request.ts'
import type { PrepareRequest, PreparedRequest } from './requests/prepared-request.ts'
import { send, type AnyRequest, type Answer } from './requests/send-request.ts'
import { soloPractice } from './requests/solo-practice.ts'

/**
 * Every operation that a clinician has at reach `assigned`: called by a practitioner for their own work, and by a stranger for what a
 * colleague treats. The stranger is refused without cover, permitted with it, and recorded as acting on behalf of the colleague. That a
 * care team shares its work is tested for every operation in tests/permission-matrix.test.ts: there everyone is in one.
 */
let server: RunningServer
let partners: HospitalPartners
let hospital: Hospital

beforeAll(async () => {
  const id = newId()
  partners = await startPartners(id, () => server?.clock.now() ?? new Date())
  const databaseUrl = await migratedDatabase()
  server = await startServer({ databaseUrl, environment: partners.environment })
  hospital = await createHospital(server, id)
})
afterAll(async () => {
  await server?.stop()
  await partners?.stop()
})

type Clinician = 'practitioner' | 'nurse'
const clinicians: readonly Clinician[] = ['practitioner', 'nurse']
const assignedTo = (role: Clinician): OperationId[] =>
  (Object.keys(operations) as OperationId[]).filter((id) => permissions[role][operations[id].permission] === 'assigned')
const gateOf = (id: OperationId): Gate | undefined => (gates as Partial<Record<OperationId, Gate>>)[id]

/** Where the request of the other matrix would prove nothing here. */
const variants: Partial<{ readonly [Id in OperationId]: PrepareRequest<Id> }> = {
  // For a named practitioner: the caller's own need no permission.
  listPharmacyRequests: async (place, person) => ({
    ...(await everyRequest.listPharmacyRequests(place, person)),
    query: person.practitionerId === null ? {} : { practitionerId: person.practitionerId },
  }),
  listWaitingLabResults: async (place, person) => ({
    ...(await everyRequest.listWaitingLabResults({ ...place, person: async () => person }, person)),
  }),
  // A task for a role would make everyone in it a care participant of the patient.
  changeTask: async (place) => {
    const patientId = await place.treat((await place.patient()).id)
    const { id: taskId, version } = await taskOfDesk(place, patientId)
    return { path: { taskId }, body: { status: 'done', version }, names: 'patient' }
  },
  listTasks: async (place) => {
    const patientId = await place.treat((await place.patient()).id)
    await taskOfDesk(place, patientId)
    return { query: { patientId }, names: 'nothing', concerns: [patientId] }
  },
}
const taskOfDesk = ({ desk }: Hospital, patientId: string) =>
  body(
    desk.post(`/v1/patients/${patientId}/tasks`, {
      title: 'Call back (sample)',
      priority: 'routine',
      assigneeRole: 'front-desk',
    }),
  )

const prepare = (id: OperationId, place: Hospital, person: Person): Promise<PreparedRequest<OperationId>> =>
  ((variants[id] ?? everyRequest[id]) as PrepareRequest<OperationId>)(place, person) as Promise<
    PreparedRequest<OperationId>
  >

interface Refusal {
  readonly code?: string
  readonly owners?: readonly string[]
}
const refusalOf = ({ body: given }: Answer): Refusal => (given ?? {}) as Refusal

const inHours = (hours: number): string => new Date(server.clock.now().getTime() + hours * 3_600_000).toISOString()
const takeCover = async (person: Person, practitionerId: string): Promise<string> =>
  (await body(person.post('/v1/covers', { practitionerId, reason: 'absent', until: inHours(1) }))).id

/** Rules of the operation that still refuse a colleague with cover. */
const stillRefused: Partial<Record<OperationId, { readonly status: number; readonly code: string }>> = {
  // The named supervisor is available: only they or the author may name another.
  nameSupervisor: { status: 403, code: 'supervisor_available' },
}

const refusals = { owner: 'not_assigned', patient: 'no_treatment_relationship' } as const

it('has a gate for every operation at this reach, and for no other', () => {
  expect(Object.keys(gates).toSorted()).toEqual([...new Set(clinicians.flatMap(assignedTo))].toSorted())
})

it('matches the table in the decision', () => {
  const page = readFileSync(new URL('../docs/decisions/0031-a-third-reach-assigned.md', import.meta.url), 'utf8')
  const shown = Object.fromEntries(
    [...page.matchAll(/^\| `(owner|patient|list|self|none)` +\|[^|]*\|([^|]*)\|/gm)].flatMap(([, gate, names = '']) =>
      [...names.matchAll(/`(\w+)`/g)].map(([, name]) => [name, gate]),
    ),
  )
  expect(shown).toEqual(gates)
})

describe.each(clinicians)('a %s who is a stranger', (role) => {
  const held = assignedTo(role).filter((id) => gateOf(id) === 'owner' || gateOf(id) === 'patient')

  it.each(held)('is refused %s, is permitted with cover, and the ledger says on behalf of whom', async (id) => {
    const gate = gateOf(id) as keyof typeof refusals
    const request = await prepare(id, hospital, await hospital.person(role))
    const stranger = await hospital.outsider(role)

    const refused = await send(stranger, id, request)
    expect({ status: refused.status, code: refusalOf(refused).code }).toEqual({ status: 403, code: refusals[gate] })
    const { action, entity } = operations[id].audit
    expect(await server.accessRows(refused.requestId)).toMatchObject([
      {
        ...{ operation: id, action, entity, outcome: 'refused', refusal: refusals[gate], patientId: null },
        ...{ actorId: stranger.personId, onBehalfOf: null },
      },
    ])

    const [owner = ''] = refusalOf(refused).owners ?? []
    await takeCover(stranger, owner)
    const covered = await send(stranger, id, request)
    const ruled = stillRefused[id]
    if (ruled !== undefined) {
      expect({ status: covered.status, code: refusalOf(covered).code }).toEqual(ruled)
      return
    }
    expect({ status: covered.status, body: covered.status < 300 ? '' : covered.text }).toEqual({
      status: operations[id].success,
      body: '',
    })
    const rows = await server.accessRows(covered.requestId)
    expect(rows).not.toEqual([])
    for (const row of rows)
      expect(row).toMatchObject({ outcome: 'done', because: 'cover', onBehalfOf: owner, actorId: stranger.personId })
  })

  it.each(assignedTo(role).filter((id) => gateOf(id) === 'list'))('sees none of their patients in %s', async (id) => {
    const request = await prepare(id, hospital, await hospital.person(role))
    const [patientId = ''] = request.concerns ?? []
    const stranger = await hospital.outsider(role)
    const alone = await send(stranger, id, request)
    expect(alone).toMatchObject({ status: 200, body: { items: [] } })
    expect((await server.accessRows(alone.requestId)).map((row) => row.patientId)).not.toContain(patientId)

    const { items } = await body(hospital.desk.get(`/v1/appointments?patientId=${patientId}`))
    await takeCover(stranger, items[0].practitioner.id)
    const covered = await send(stranger, id, request)
    expect(covered.text).toContain(patientId)
    expect(await server.accessRows(covered.requestId)).toMatchObject([
      { patientId, because: 'cover', onBehalfOf: items[0].practitioner.id },
    ])
  })

  it.each(assignedTo(role).filter((id) => gateOf(id) === 'self'))('cannot use %s', async (id) => {
    const person = await hospital.person(role)
    if (id === 'handOver' && person.practitionerId === null) return
    const request = await prepare(id, hospital, person)
    const answer = await send(await hospital.outsider(role), id, request)
    if (answer.status >= 300) expect([403, 404]).toContain(answer.status)
    // The open tasks and threads of a role are those of everyone in it.
    else if (id === 'countInbox') expect(answer.body).toMatchObject({ ownTasks: 0, notes: 0, results: 0, requests: 0 })
    // Lists of the caller's own items: the stranger's are empty.
    else expect(answer.body).toMatchObject({ items: [] })
  })
})

describe('a practitioner in no care team', () => {
  /** Operations that need a colleague: a supervisor, a practitioner to cover. */
  const needColleagues: readonly OperationId[] = ['cosignNote', 'nameSupervisor', 'startCover', 'endCover']
  it.each(assignedTo('practitioner').filter((id) => !needColleagues.includes(id)))(
    'may do %s for their own work and patients, on behalf of no one',
    async (id) => {
      const alone = await hospital.outsider('practitioner')
      const request: AnyRequest = await prepare(id, soloPractice(hospital, alone), alone)
      const answer = await send(alone, id, request)
      expect({ status: answer.status, body: answer.status < 300 ? '' : answer.text }).toEqual({
        status: operations[id].success,
        body: '',
      })
      for (const row of await server.accessRows(answer.requestId))
        expect(row).toMatchObject({ outcome: 'done', actorId: alone.personId, onBehalfOf: null })
    },
  )
})
