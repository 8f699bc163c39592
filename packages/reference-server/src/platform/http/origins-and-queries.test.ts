import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addressContext, parseOriginDetails } from '../audit/client-address.ts'
import { createAccess } from '../audit/create-access.ts'
import { platformEngines } from '../database/tests/platform-engines.testing.ts'
import type { AccessRow } from '../contracts/ledger.ts'
import { DecryptionFailed } from '../vault/record-cipher.ts'
import { createTestClient } from './tests/http-client.testing.ts'
import { portalOrigin } from './tests/sign-in.ts'
import { startNotesServer } from './tests/start-notes-server.testing.ts'
import type { SignedInClient, TestServer } from './tests/start-test-server.testing.ts'

describe.each(platformEngines)('the rows of a request, on %s', (engine) => {
  let server: TestServer
  let practitioner: SignedInClient
  beforeAll(async () => {
    server = await startNotesServer({
      ...{ engine, faults: {}, webhookSecret: 'fixture-webhook-signature', ledgerFault: { isDown: false } },
      ...{ canary: 'canary', logged: [] },
    })
    practitioner = await server.as('practitioner')
    for (const kind of ['patient', 'patient'] as const) {
      const patient = await server.as(kind)
      await patient.post('/v1/notes', { patientId: patient.caller.personId, text: 'Written.' })
    }
  })
  afterAll(() => server.stop())

  /** A client that keeps its token, as a page does. */
  const oneToken = async () => {
    const { accessToken } = await server.as('practitioner')
    return createTestClient({ url: server.url, accessToken: async () => accessToken, origin: portalOrigin })
  }
  const rowsOf = async (headers: Headers): Promise<readonly AccessRow[]> =>
    (await server.accessRows()).filter(({ requestId }) => requestId === headers.get('x-request-id'))
  /** `address` is null if the key of the patient (with null, of the organization) does not open it. */
  const open = async ({ organizationId, sessionId, originDetails }: AccessRow, patientId: string | null) => {
    const { tokenId, sealedAddress = new Uint8Array() } = parseOriginDetails(originDetails ?? '')
    const address = await server.platform.vault
      .open(
        server.platform.database.reader({ domain: 'identity', organizationId }),
        createAccess({ patientIds: [] }, 'organization'),
        addressContext(organizationId, sessionId, patientId),
        sealedAddress,
      )
      .catch((error: unknown) => {
        if (error instanceof DecryptionFailed) return null
        throw error
      })
    return { tokenId, address }
  }

  it('refer to the token and the address of the client, which the first of them has, sealed', async () => {
    const client = await oneToken()
    const first = await client.get('/v1/notes')
    const second = await client.get('/v1/notes')
    const [one, ...others] = [...(await rowsOf(first.headers)), ...(await rowsOf(second.headers))]
    expect(others.length).toBeGreaterThan(1)
    expect(one?.originDetails).toMatch(/^[0-9a-f-]{36} [\w-]+$/)
    expect(JSON.stringify(await server.accessRows())).not.toContain('127.0.0.1')
    expect(one && (await open(one, null))).toEqual({
      tokenId: expect.stringMatching(/^[0-9a-f-]{36}$/),
      address: expect.stringContaining('127.0.0.1'),
    })
    for (const row of others) expect([row.origin, row.originDetails]).toEqual([one?.origin, null])
  })

  it('seal the address of a patient with the key of the patient', async () => {
    const patient = await server.as('patient')
    const { headers } = await patient.get('/v1/notes')
    const [row] = await rowsOf(headers)
    expect(row && (await open(row, patient.caller.personId)).address).toEqual(expect.stringContaining('127.0.0.1'))
    expect(row && (await open(row, null)).address).toBeNull()
  })

  it('have the details again until a row with them is durable', async () => {
    const client = await oneToken()
    const refused = await client.get('/v1/notes/00000000-0000-7000-8000-000000000000')
    const done = await client.get('/v1/notes')
    const details = [...(await rowsOf(refused.headers)), ...(await rowsOf(done.headers))].map(
      (row) => row.originDetails,
    )
    expect(details[0]).not.toBeNull()
    expect(details[1]).toBe(details[0])
  })

  it('have the query of a search once, with values of closed vocabularies and without free text', async () => {
    const { headers } = await practitioner.get('/v1/notes?limit=20&tags=Doe,Jane&signed=false')
    const [first, ...others] = await rowsOf(headers)
    expect(first?.query).toBe('GET /v1/notes?limit=20&tags&signed=false')
    expect(others.map(({ query }) => query)).toEqual(others.map(() => null))
    const none = await practitioner.get('/v1/notes')
    expect((await rowsOf(none.headers))[0]?.query).toBe('GET /v1/notes')
  })

  it('have no query if they are of no search', async () => {
    const { body } = await practitioner.get('/v1/notes')
    const { headers } = await practitioner.get(`/v1/notes/${body.items[0].id}`)
    expect(await rowsOf(headers)).toMatchObject([{ action: 'read', query: null, consents: null }])
  })
})
