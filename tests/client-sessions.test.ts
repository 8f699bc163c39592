import { operations, type OperationId } from '@visitkit/contract/operations'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newId } from '../packages/reference-server/src/platform/database/ids/new-id.ts'
import { createTestClient } from '../packages/reference-server/src/platform/http/tests/http-client.testing.ts'
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
import type { PrepareRequest } from './requests/prepared-request.ts'
import { send } from './requests/send-request.ts'

/**
 * Every operation of the contract, called by a client that signed in for itself (client_credentials) with a role that staff have. It is no
 * person: it is refused what a person does, and nothing else that it sends is a fault of the server.
 */
let server: RunningServer
let partners: HospitalPartners
let hospital: Hospital
const secrets = new Map<Role, string>()
const clientIdOf = (role: Role): string => `${role}-${hospital.id}`
const staffRoles = roles.filter((role) => role !== 'patient' && role !== 'proxy' && role !== 'guest')

beforeAll(async () => {
  const id = newId()
  partners = await startPartners(id, () => server?.clock.now() ?? new Date())
  const databaseUrl = await migratedDatabase()
  server = await startServer({ databaseUrl, environment: partners.environment })
  hospital = await createHospital(server, id)
  for (const role of staffRoles) {
    const clientId = clientIdOf(role)
    const registered = { organizationId: id, clientId, name: `Sample ${role} program`, roles: [role], origins: [] }
    const { secret } = await server.composed.identity.clients.register({
      ...registered,
      grants: ['client_credentials'],
    })
    secrets.set(role, secret)
  }
})
afterAll(async () => {
  await server?.stop()
  await partners?.stop()
})

/** A new session of the program with this role: what it does may end it. */
const programAs = async (role: Role) => {
  const response = await fetch(`${server.url}/v1/token`, {
    method: 'POST',
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      authorization: `Basic ${Buffer.from(`${clientIdOf(role)}:${secrets.get(role)}`).toString('base64')}`,
    },
    body: 'grant_type=client_credentials',
  })
  const { access_token: token } = (await response.json()) as { access_token: string }
  return createTestClient({ url: server.url, accessToken: async () => token, origin: null })
}

/** Of each reach, one role: the rules of an operation are those of its reach. */
const rolesOf = (id: OperationId): Role[] => {
  const { permission } = operations[id]
  const granted = staffRoles.filter((role) => permissions[role][permission] !== undefined)
  return [...Map.groupBy(granted, (role) => permissions[role][permission]).values()].flatMap((some) => some.slice(0, 1))
}
const prepare = (id: OperationId, person: Person) => (everyRequest[id] as PrepareRequest<OperationId>)(hospital, person)

const reachable = (Object.keys(operations) as OperationId[]).flatMap((id) =>
  rolesOf(id).map((role) => ({ id, role, byPerson: operations[id].byPerson })),
)

describe('a client that signed in for itself', () => {
  it.each(reachable)('calls $id as $role without a fault of the server', async ({ id, role, byPerson }) => {
    const request = await prepare(id, await hospital.person(role))
    const { status, body } = await send(await programAs(role), id, request)
    const { code } = (body ?? {}) as { code?: string }
    expect({ isFault: status >= 500, code }).toEqual({ isFault: false, code: byPerson ? 'person_required' : code })
  })

  it('is refused every operation that a person does, and there are some', () => {
    expect(reachable.filter(({ byPerson }) => byPerson).length).toBeGreaterThan(15)
  })
})
