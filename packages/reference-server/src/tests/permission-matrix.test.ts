import type { components } from '@visitkit/contract'
import { operations } from '@visitkit/contract/operations'
import type { OperationDeclaration } from '@visitkit/contract/operations'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { composeServer } from '../compose-server.ts'
import type { ComposedServer } from '../compose-server.ts'
import { prepareServerPlace, type ServerPlace } from './compose-server.testing.ts'
import { readConfig } from '../config.ts'
import { newId } from '../platform/database/ids/new-id.ts'
import { readPolicies } from '../platform/http/read-policies.ts'

const { roles } = readPolicies().permissions
type Role = components['schemas']['Role']
const open = Object.entries(operations).filter(([, { permission }]) => permission !== 'none')

/**
 * Every role asks for every operation, of the whole server over HTTP, and each answer is held against the policy file: what it does
 * not grant is refused, and what it grants is not.
 */
describe('the policy', () => {
  let place: ServerPlace
  let server: ComposedServer
  let url: string
  const organizationId = newId()

  beforeAll(async () => {
    place = await prepareServerPlace('postgres')
    server = await composeServer(readConfig(place.environment), { limitsRates: false })
    url = (await server.listen()).url
  })
  afterAll(async () => {
    await server.close()
    await place.remove()
  })

  const tokenFor = async (role: Role): Promise<string> => {
    const kind = role === 'patient' || role === 'proxy' || role === 'service' ? role : 'member'
    const personId = newId()
    const person = { kind, personId, roles: [role], patientIds: [], practitionerId: null } as const
    const terms = { organizationId, clientId: 'matrix', origin: null, authenticatedAt: new Date() }
    return (await server.identity.open(person, terms)).accessToken
  }

  const ask = async (
    { method, path }: OperationDeclaration,
    role: Role,
  ): Promise<{ status: number; code: unknown }> => {
    const response = await fetch(url + path.replaceAll(/\{[^{}]+\}/g, newId()), {
      method: method.toUpperCase(),
      headers: { authorization: `Bearer ${await tokenFor(role)}` },
      signal: AbortSignal.timeout(10_000),
    })
    const isStream = response.headers.get('content-type')?.startsWith('text/event-stream') ?? false
    if (isStream) await response.body?.cancel()
    const text = isStream ? '' : await response.text()
    const isProblem = response.headers.get('content-type')?.includes('problem+json') ?? false
    return { status: response.status, code: isProblem ? (JSON.parse(text) as { code: unknown }).code : null }
  }

  it.each(Object.keys(roles) as Role[])('is what %s meets at every operation', async (role) => {
    const granted = roles[role] ?? {}
    const expected: Record<string, boolean> = {}
    const met: Record<string, boolean> = {}
    for (const [id, declaration] of open) {
      const { status, code } = await ask(declaration, role)
      expected[id] = declaration.permission in granted
      met[id] = !(status === 403 && code === 'forbidden')
      expect(status, `${role} ${id}`).toBeLessThan(500)
    }
    expect(met).toEqual(expected)
  })

  it('lets a stranger do nothing but sign in and report with a signature', async () => {
    const statuses: Record<string, number> = {}
    for (const [id, { method, path }] of Object.entries(operations)) {
      const response = await fetch(url + path.replaceAll(/\{[^{}]+\}/g, newId()), { method: method.toUpperCase() })
      await response.body?.cancel()
      if (response.status !== 401) statuses[id] = response.status
    }
    expect(Object.keys(statuses).toSorted()).toEqual([
      'exchangeToken',
      'receivePaymentWebhook',
      'receivePharmacyMessage',
      'receiveSmsWebhook',
      'receiveVideoWebhook',
    ])
  })
})
