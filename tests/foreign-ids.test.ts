import { operations, type OperationId } from '@visitkit/contract/operations'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newId } from '../packages/reference-server/src/platform/database/ids/new-id.ts'
import { migratedDatabase } from './migrated-database.ts'
import {
  createHospital,
  permissions,
  roles,
  type Hospital,
  type Person,
  type Role,
} from './hospital/create-hospital.ts'
import { startPartners, type HospitalPartners } from './hospital/start-partners.ts'
import { startServer, type RunningServer } from './hospital/start-server.ts'
import { everyRequest } from './requests/every-request.ts'
import { personIn } from './requests/guests.ts'
import type { PrepareRequest } from './requests/prepared-request.ts'
import { send, type AnyRequest } from './requests/send-request.ts'

/**
 * Each id of each request, in the path, the query and the body, is replaced by ids of another organization: one of the same kind, and of
 * other kinds. Nothing of that organization leaves, and its ledger has no row of it.
 */
let server: RunningServer
let partners: HospitalPartners
let hospital: Hospital
let elsewhere: Hospital
/** Ids of the other organization, by the name of the property that had them. */
const foreign = new Map<string, string>()

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}$/

/** Where a request has an id: its path in the request, and its name. */
const idsOf = (value: unknown, at: readonly string[] = []): { at: readonly string[]; name: string; id: string }[] =>
  typeof value === 'string'
    ? uuid.test(value)
      ? [{ at, name: at.findLast((key) => !/^\d+$/.test(key)) ?? '', id: value }]
      : []
    : value instanceof Object && !(value instanceof Uint8Array)
      ? Object.entries(value).flatMap(([key, each]) => idsOf(each, [...at, key]))
      : []

const replaced = <T>(value: T, [first, ...rest]: readonly string[], id: string): T =>
  first === undefined
    ? (id as T)
    : Array.isArray(value)
      ? (value.map((each: unknown, index) => (String(index) === first ? replaced(each, rest, id) : each)) as T)
      : ({ ...value, [first]: replaced((value as Record<string, unknown>)[first], rest, id) } as T)

const partsOf = ({ path, query, body }: AnyRequest) => ({ path, query, body })
const prepare = (id: OperationId, at: Hospital, person: Person) =>
  (everyRequest[id] as PrepareRequest<OperationId>)(at, person)

const guarded = (Object.keys(operations) as OperationId[]).filter((id) => operations[id].permission !== 'none')
/** The role that reaches most. */
const roleFor = (id: OperationId): Role => {
  const { permission } = operations[id]
  const allowed = roles.filter((role) => permissions[role][permission] !== undefined && role !== 'guest')
  const role = allowed.find((each) => permissions[each][permission] === 'organization') ?? allowed[0]
  return role ?? 'guest'
}

beforeAll(async () => {
  const id = newId()
  partners = await startPartners(id, () => server?.clock.now() ?? new Date())
  server = await startServer({
    databaseUrl: await migratedDatabase(),
    environment: partners.environment,
  })
  hospital = await createHospital(server, id)
  elsewhere = await createHospital(server)
  for (const operation of [
    'getVisit',
    'getNote',
    'getLabResult',
    'getPrescription',
    'getClaim',
    'getAppointment',
  ] as const) {
    const request = await prepare(operation, elsewhere, await personIn(elsewhere, roleFor(operation)))
    for (const { name, id: found } of idsOf(partsOf(request))) foreign.set(name, found)
  }
  const patient = await elsewhere.patient()
  const practitioner = await elsewhere.practitioner()
  foreign.set('patientId', patient.id)
  foreign.set('practitionerId', practitioner.id)
  foreign.set('memberId', elsewhere.administrator.personId)
  foreign.set('visitTypeId', elsewhere.visitTypeId)
})
afterAll(async () => {
  await server?.stop()
  await partners?.stop()
})

/** What the client chooses, so that any is accepted: it names nothing. */
const chosenByClient: Partial<Record<OperationId, readonly string[]>> = {
  addRecordingPiece: ['recordingId'],
  createPatient: ['recordNumber'],
  getOwnDraft: ['about'],
  putOwnDraft: ['about'],
  removeOwnDraft: ['about'],
  // `listAccessReport` shows that the same filter finds no row; a PDF of none is one.
  getAccessReportPdf: ['actorId'],
}

describe('ids of another organization', () => {
  it.each(guarded)('are nothing to %s', async (id) => {
    const person = await personIn(hospital, roleFor(id))
    const request = await prepare(id, hospital, person)
    const parts = partsOf(request)
    for (const { at, name } of idsOf(parts)) {
      const same = foreign.get(name)
      const others = [...foreign.values()].filter((each) => each !== same).slice(0, 3)
      for (const each of [...(same === undefined ? [] : [same]), ...others]) {
        const answer = await send(person, id, { ...request, ...replaced(parts, at, each) })
        const text = answer.text.replaceAll(each, '')
        for (const other of foreign.values()) expect(text, at.join('/')).not.toContain(other)
        expect(answer.text, at.join('/')).not.toContain(elsewhere.id)
        if (!chosenByClient[id]?.includes(name) && answer.status < 400)
          expect({ at: at.join('/'), status: answer.status, items: itemsOf(answer.body) }).toEqual({
            at: at.join('/'),
            status: answer.status,
            items: 'none',
          })
      }
    }
  })

  it('are in no row of the ledger of the caller, and the other organization’s has no row of a stranger', async () => {
    await server.composed.platform.ledger.settle()
    const { rows } = await sql<{ organization: string; patient: string | null; actor: string; kind: string }>`
      select organization_id as organization, patient_id as patient, actor_id as actor, actor_kind as kind
      from audit.accesses`.execute(server.composed.platform.database.readerAcross('audit'))
    const ours = rows.filter(({ organization }) => organization === hospital.id)
    expect(ours.length).toBeGreaterThan(guarded.length)
    expect(ours.filter(({ patient }) => patient === foreign.get('patientId'))).toEqual([])
    const people = new Set(ours.map(({ actor }) => actor))
    const theirs = rows.filter(({ organization, kind }) => organization === elsewhere.id && kind !== 'system')
    expect(theirs.filter(({ actor }) => people.has(actor))).toEqual([])
  })
})

/** A filter that names nothing of the organization finds nothing. */
const itemsOf = (body: unknown): unknown => {
  const { items } = (body ?? {}) as { items?: unknown[] }
  return items === undefined ? body : items.length === 0 ? 'none' : items
}
