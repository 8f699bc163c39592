import { operations, type OperationId } from '@visitkit/contract/operations'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { compiledTexts } from '../packages/reference-server/src/platform/database/changes/compile-change.ts'
import { newId } from '../packages/reference-server/src/platform/database/ids/new-id.ts'
import { faultOfPlan } from '../packages/reference-server/src/platform/database/pool/gated-plans.testing.ts'
import { sentTexts } from '../packages/reference-server/src/platform/database/pool/prepared-name.ts'
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
import { predictedPatients } from './predicted-rows.testing.ts'
import { everyRequest } from './requests/every-request.ts'
import { personIn } from './requests/guests.ts'
import type { PrepareRequest } from './requests/prepared-request.ts'
import { send, type AnyRequest, type Answer } from './requests/send-request.ts'
import { sampled } from './variants.testing.ts'

/**
 * Every operation of the contract against every role of the policy file, on the server as deployed. Permitted requests succeed and leave
 * the rows that their declaration predicts. Other requests are refused and recorded, and reveal nothing.
 */
let server: RunningServer
let partners: HospitalPartners
let hospital: Hospital
let elsewhere: Hospital
/** One person of each role, here and in another organization, for what they may not do. */
const bystanders = new Map<Role, Person>()
const strangers = new Map<Role, Person>()

beforeAll(async () => {
  const id = newId()
  partners = await startPartners(id, () => server?.clock.now() ?? new Date())
  const databaseUrl = await migratedDatabase()
  server = await startServer({ databaseUrl, environment: partners.environment })
  hospital = await createHospital(server, id)
  elsewhere = await createHospital(server)
  for (const role of roles) {
    bystanders.set(role, await personIn(hospital, role))
    strangers.set(role, await personIn(elsewhere, role))
  }
})
afterAll(async () => {
  await server?.stop()
  await partners?.stop()
})

const one = (people: ReadonlyMap<Role, Person>, role: Role): Person => {
  const person = people.get(role)
  if (!person) throw new Error(`nobody is ${role}`)
  return person
}
const prepare = (id: OperationId, person: Person) => (everyRequest[id] as PrepareRequest<OperationId>)(hospital, person)
const problemOf = ({ body }: Answer): { code?: string } => {
  const { requestId: _, ...problem } = (body ?? {}) as { requestId?: string; code?: string }
  return problem
}

/** A refused request is in the ledger of the caller's organization, without the patient that it named. */
const expectRefusalRow = async (
  id: OperationId,
  person: Person,
  { requestId }: Answer,
  code: string,
  organizationId = hospital.id,
) => {
  const { action, entity } = operations[id].audit
  expect(await server.accessRows(requestId)).toMatchObject([
    {
      operation: id,
      action,
      entity,
      patientId: null,
      outcome: 'refused',
      refusal: code,
      actorId: person.personId,
      actorRole: person.role,
      sessionId: person.sessionId,
      organizationId,
    },
  ])
}

/** Asserts that this person gets the same response as for a resource that does not exist. */
const expectNothingFound = async (
  id: OperationId,
  person: Person,
  request: AnyRequest,
  expected: { status: number; code?: string },
  organizationId?: string,
) => {
  const asked = await send(person, id, request)
  expect({ role: person.role, status: asked.status, code: problemOf(asked).code }).toEqual({
    role: person.role,
    code: undefined,
    ...expected,
  })
  if (expected.code !== undefined) await expectRefusalRow(id, person, asked, expected.code, organizationId)
  const askedAboutNothing = await send(person, id, withIdsOfNothing(request))
  expect(problemOf(asked)).toEqual(problemOf(askedAboutNothing))
}

const notFound = { status: 404, code: 'not_found' }
const ids = /[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}/g
const withIdsOfNothing = (request: AnyRequest): AnyRequest => {
  const others = new Map<string, string>()
  const other = (id: string): string => others.get(id) ?? (others.set(id, newId()), others.get(id) ?? '')
  return JSON.parse(JSON.stringify(request).replaceAll(ids, other)) as AnyRequest
}

const partnersReports = [
  'receiveVideoWebhook',
  'receivePharmacyMessage',
  'receivePaymentWebhook',
  'receiveSmsWebhook',
  'receiveMailWebhook',
] as const
const guarded = (Object.keys(operations) as OperationId[]).filter((id) => operations[id].permission !== 'none')

describe.each(guarded)('%s', (id) => {
  const { permission, success, contentType, audit } = operations[id]
  const allowed = roles.filter((role) => permissions[role][permission] !== undefined)
  const refused = roles.filter((role) => permissions[role][permission] === undefined)

  it(`is refused without a session, and to ${refused.join(', ') || 'no role'}`, async () => {
    const [first] = allowed
    if (first === undefined) throw new Error(`No role may ever do what ${permission} permits.`)
    const person = await personIn(hospital, first)
    const request = await prepare(id, person)
    const unknown = await send(hospital.anonymous(), id, request)
    expect({ status: unknown.status, code: problemOf(unknown).code }).toEqual({
      status: 401,
      code: 'authentication_required',
    })
    expect(await server.accessRows(unknown.requestId)).toEqual([])
    for (const role of refused) {
      const answer = await send(one(bystanders, role), id, request)
      expect({ role, status: answer.status, code: problemOf(answer).code }).toEqual({
        role,
        status: 403,
        code: 'forbidden',
      })
      await expectRefusalRow(id, one(bystanders, role), answer, 'forbidden')
    }
    // The person is the only reason: the same request is granted to a person with the permission.
    expect((await send(person, id, request)).status).toBe(success)
  })

  it.each(sampled(allowed, guarded.indexOf(id)))(
    'is granted to %s, recorded as declared, and found by no other',
    async (role) => {
      const person = await personIn(hospital, role)
      const request = await prepare(id, person)
      const { names, strangersGet = notFound, concerns } = request

      const isOwn = permissions[role][permission] === 'own'
      // A registered program is one person, however often it signs in.
      if ((names === 'person' && role !== 'service') || (names === 'patient' && isOwn))
        await expectNothingFound(id, one(bystanders, role), request, strangersGet)
      if (names !== 'nothing') await expectNothingFound(id, one(strangers, role), request, strangersGet, elsewhere.id)
      else if (operations[id].method === 'get' && contentType === 'application/json') {
        const { text } = await send(one(strangers, role), id, request)
        for (const ours of [hospital.id, hospital.desk.personId, person.personId, ...(concerns ?? [])])
          // Programs have registered names and no ids.
          if (ours.match(ids)) expect(text).not.toContain(ours)
      }

      const answer = await send(person, id, request)
      expect({ status: answer.status, body: answer.status === success ? '' : answer.text }).toEqual({
        status: success,
        body: '',
      })
      expect(answer.contentType?.split(';')[0] ?? null).toBe(contentType)

      const rows = await server.accessRows(answer.requestId)
      const predicted = predictedPatients(id, answer.body, concerns)
      expect(rows.map(({ patientId }) => patientId).toSorted()).toEqual(predicted)
      if (audit.unrecorded === undefined) expect(predicted).toEqual(expect.arrayContaining([...(concerns ?? [])]))
      for (const row of rows)
        expect(row).toMatchObject({
          operation: id,
          action: audit.action,
          entity: audit.entity,
          outcome: 'done',
          refusal: null,
          onBehalfOf: null,
          actorId: person.personId,
          actorRole: role,
          sessionId: person.sessionId,
          organizationId: hospital.id,
        })
    },
  )
})

it('covers the whole policy file: every permission is needed by an operation', () => {
  const needed = new Set<string>(Object.values(operations).map(({ permission }) => permission))
  const granted = new Set(roles.flatMap((role) => Object.keys(permissions[role])))
  // holdSlot asks for it only with `override`.
  needed.add('appointment:override')
  // The pipeline asks for it, for what was recorded in a sensitive visit.
  needed.add('sensitive-record:read')
  // A property of privacy requests is readable with it.
  needed.add('correction-recipient:read')
  expect(granted.symmetricDifference(needed)).toEqual(new Set(['none']))
})

describe('operations without a session', () => {
  it('are exactly the token endpoint and the vendors’ webhooks', () => {
    expect(Object.keys(operations).filter((id) => operations[id as OperationId].permission === 'none')).toEqual(
      expect.arrayContaining(['exchangeToken', ...partnersReports]),
    )
    expect(Object.values(operations).filter(({ permission }) => permission === 'none')).toHaveLength(
      partnersReports.length + 1,
    )
  })

  it('give a registered program a session, and record it in the ledger', async () => {
    const request = await prepare('exchangeToken', hospital.desk)
    const answer = await send(hospital.anonymous(), 'exchangeToken', request)
    expect(answer.status).toBe(200)
    const { session_id: sessionId } = answer.body as { session_id: string }
    expect(await server.accessRows(answer.requestId)).toMatchObject([
      { entity: 'Session', action: 'create', outcome: 'done', patientId: null, sessionId, organizationId: hospital.id },
    ])
  })

  it.each(partnersReports)('%s accepts a partner’s report with its signature only', async (id) => {
    const request = await prepare(id, hospital.desk)
    expect(await send(hospital.anonymous(), id, request)).toMatchObject({ status: 200 })
    const honest: AnyRequest = await prepare(id, hospital.desk)
    const forgery =
      honest.body instanceof Uint8Array ? Buffer.concat([honest.body, Buffer.from(' ')]) : { forged: true }
    expect(await send(hospital.anonymous(), id, { ...honest, body: forgery })).toMatchObject({ status: 401 })
    expect(await send(hospital.anonymous(), id, { ...honest, headers: {} })).toMatchObject({ status: 401 })
  })

  it('accept a video vendor’s report once', async () => {
    const request = await prepare('receiveVideoWebhook', hospital.desk)
    await send(hospital.anonymous(), 'receiveVideoWebhook', request)
    expect(await send(hospital.anonymous(), 'receiveVideoWebhook', request)).toMatchObject({
      status: 401,
      body: { code: 'signature_invalid' },
    })
  })
})

it('has sent no statement whose plan reads or writes before its organization is set', async () => {
  const isGated = (text: string): boolean => text.includes("(select set_config('app.organization', $")
  const reads = [...sentTexts()].flatMap(([role, texts]) =>
    [...texts].filter(isGated).map((text) => ({ domain: role.replace('visitkit_', ''), text })),
  )
  const changes = compiledTexts().map((text) => {
    const [, domain = ''] = /\b(?:from|into|update) (?!platform\.|audit\.)([a-z_]+)\./.exec(text) ?? []
    return { domain: domain || 'visits', text }
  })
  expect(reads.length).toBeGreaterThan(300)
  expect(changes.length).toBeGreaterThan(150)
  expect(changes.filter(({ text }) => !isGated(text))).toEqual([])
  const faults: string[] = []
  for (const { domain, text } of [...reads, ...changes]) {
    const fault = await server.composed.platform.database.transact({ domain, organizationId: hospital.id }, (tx) =>
      faultOfPlan(tx, text),
    )
    if (fault !== null) faults.push(`${domain}: ${fault}: ${text.slice(0, 500)}`)
  }
  expect(faults).toEqual([])
}, 300_000)
