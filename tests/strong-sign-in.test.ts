import { readFileSync } from 'node:fs'
import { operations, type OperationId } from '@visitkit/contract/operations'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newId } from '../packages/reference-server/src/platform/database/ids/new-id.ts'
import { readPolicies } from '../packages/reference-server/src/platform/http/read-policies.ts'
import { migratedDatabase } from './migrated-database.ts'
import { createHospital, permissions, roles, type Hospital, type Person } from './hospital/create-hospital.ts'
import { startServer, type RunningServer } from './hospital/start-server.ts'
import { addressOf, send, type Answer } from './requests/send-request.ts'

/**
 * Control C02: staff who have not signed in strongly enough reach nothing that shows or changes anything of patients. Every operation of
 * the contract is asked by every role that may call it.
 */
const { strongSignIn } = readPolicies().sessions
const staff = roles.filter((role) => role in strongSignIn.roles)
const ids = (Object.keys(operations) as OperationId[]).filter((id) => operations[id].permission !== 'none')
const isOpen = (id: OperationId): boolean => strongSignIn.openPermissions.includes(operations[id].permission)

let server: RunningServer
let hospital: Hospital
beforeAll(async () => {
  server = await startServer({ databaseUrl: await migratedDatabase() })
  hospital = await createHospital(server)
})
afterAll(() => server?.stop())

const byPassword = { methods: ['pwd'], contextClass: null }
const byTextMessage = { methods: ['pwd', 'sms', 'mfa'], contextClass: null }
const byApp = { methods: ['pwd', 'otp'], contextClass: null }

const anything = (id: OperationId) => ({
  path: Object.fromEntries([...operations[id].path.matchAll(/\{(\w+)\}/g)].map(([, name]) => [name, newId()])),
  body: {},
})
/** A request without a right address or body: who may not call it finds out no more. */
const call = async (person: Person, id: OperationId): Promise<Answer> => {
  const { method, requestType } = operations[id]
  return method === 'get' || requestType === null || /json|form/.test(requestType)
    ? send(person, id, anything(id))
    : person
        .fetch(addressOf(id, anything(id)), { method, headers: { 'content-type': requestType }, body: 'x' })
        .then(async (response) => ({
          status: response.status,
          requestId: response.headers.get('x-request-id') ?? '',
          contentType: response.headers.get('content-type'),
          text: '',
          body: await response.json(),
        }))
}
const refusal = ({ status, body }: Answer) => {
  // What is reached may have no body.
  const { code, signIn } = (body ?? {}) as { code?: string; signIn?: string }
  return { status, code, signIn }
}

describe.each(staff)('a %s', (role) => {
  const granted = ids.filter((id) => operations[id].permission in (permissions[role] ?? {}) && !isOpen(id))
  const needed = strongSignIn.roles[role]

  it.each([
    ['a password', byPassword],
    ['a text message', byTextMessage],
    ...(needed === 'hardware-key' ? ([['an app', byApp]] as const) : []),
  ] as const)('who signed in with %s reaches no operation on patients', async (_, how) => {
    const weak = await (await hospital.person(role)).again(how)
    expect(granted.length).toBeGreaterThan(10)
    const reached: unknown[] = []
    for (const id of granted) {
      const found = refusal(await call(weak, id))
      if (found.status !== 403 || found.code !== 'strong_sign_in_required' || found.signIn !== needed)
        reached.push({ id, ...found })
    }
    expect(reached).toEqual([])
  })

  it('with what the policy asks for is not refused for it', async () => {
    const strong = await hospital.person(role)
    const id = granted[0] as OperationId
    expect(refusal(await call(strong, id)).code).not.toBe('strong_sign_in_required')
  })

  it('finds out without it what is missing, and the refusal is in the ledger', async () => {
    const weak = await (await hospital.person(role)).again(byPassword)
    const session = await send(weak, 'getSession', {})
    expect([session.status, (session.body as { neededSignIn?: string }).neededSignIn]).toEqual([200, needed])
    const refused = await call(weak, granted[0] as OperationId)
    expect(await server.accessRows(refused.requestId)).toMatchObject([
      { outcome: 'refused', refusal: 'strong_sign_in_required', actorId: weak.personId, patientId: null },
    ])
  })
})

interface Schema {
  readonly $ref?: string
  readonly [key: string]: unknown
}

it('what is open without it neither shows nor takes anything of a patient', () => {
  const contract = JSON.parse(
    readFileSync(new URL('../packages/contract/generated/openapi.json', import.meta.url), 'utf8'),
  ) as { paths: Record<string, Record<string, unknown>>; components: { schemas: Record<string, Schema> } }
  const phiIn = (schema: unknown, seen = new Set<string>()): string[] => {
    if (typeof schema !== 'object' || schema === null) return []
    const { $ref } = schema as Schema
    if ($ref !== undefined) {
      if (seen.has($ref)) return []
      seen.add($ref)
      return phiIn(contract.components.schemas[$ref.split('/').at(-1) ?? ''], seen)
    }
    return Object.entries(schema).flatMap(([key, value]) => (key === 'x-phi' ? [String(value)] : phiIn(value, seen)))
  }
  const open = ids.filter(isOpen)
  expect(open).toContain('getSession')
  for (const id of open) {
    const { path, method, audit } = operations[id]
    expect({ id, patients: audit.patients ?? [] }).toEqual({ id, patients: [] })
    expect({ id, phi: phiIn(contract.paths[path]?.[method]) }).toEqual({ id, phi: [] })
  }
})
