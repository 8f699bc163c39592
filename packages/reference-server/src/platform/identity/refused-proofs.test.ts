import { createHook } from 'node:async_hooks'
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { newId } from '../database/ids/new-id.ts'
import { readPolicies } from '../http/read-policies.ts'
import { startTokenEndpoint, type TokenEndpoint } from './token-endpoint.testing.ts'
import { platformEngines } from '../database/tests/platform-engines.testing.ts'

/* Guesses of a secret, a token or a code: what a security team learns from them, and the person who guesses does not. */

/** The slow hashes that this process has begun. */
let slowHashes = 0
const watch = createHook({ init: (_id, type) => void (type === 'ARGON2REQUEST' && slowHashes++) })
beforeAll(() => void watch.enable())
afterAll(() => void watch.disable())

const { count: most, withinSeconds } = readPolicies().sessions.refusedProofs
const credentials = { grant_type: 'client_credentials' }
const wrongSecret = 'x'.repeat(43)
/** Milliseconds. */
const timeout = 20_000

describe.each(platformEngines)('refused proofs on %s', (engine) => {
  let endpoint: TokenEndpoint
  /** A client of this test alone. */
  let clientId = ''
  let secret = ''
  beforeAll(async () => {
    endpoint = await startTokenEndpoint(engine)
  })
  afterAll(() => endpoint.stop())

  const register = async (chosen?: string): Promise<void> => {
    clientId = `feed-${newId()}`
    ;({ secret } = await endpoint.server.identity.clients.register({
      organizationId: endpoint.server.organizationId,
      clientId,
      name: 'Nightly feed',
      grants: ['client_credentials', 'token-exchange', 'public_refresh'],
      origins: ['https://feed.example'],
      ...(chosen !== undefined && { secret: chosen }),
    }))
  }
  beforeEach(() => register())

  const guess = async (times: number): Promise<void> => {
    for (let made = 0; made < times; made++) await endpoint.request(credentials, { clientId, secret: wrongSecret })
  }
  const reported = async (): Promise<unknown[]> => {
    const rows = await endpoint.server.platform.database
      .readerAcross('platform')
      .selectFrom('platform.outbox')
      .selectAll()
      .where('type', '=', 'identity.proofs-refused')
      .execute()
    return rows.map(({ data }) => data).filter((data) => (data as { clientId: string }).clientId === clientId)
  }
  const recorded = async () =>
    (await endpoint.server.accessRows({ operation: 'identity.report-refused-proofs' })).filter(
      ({ entityId }) => entityId === clientId,
    )
  const isReported = (times: number) =>
    vi.waitFor(async () => expect(await reported()).toHaveLength(times), { timeout })

  it('are reported at the number of the policy, with the client, how many and since when, and nothing else', async () => {
    const since = endpoint.server.clock.now().toISOString()
    await guess(most - 1)
    // A right one in between neither counts nor begins the count again.
    expect((await endpoint.request(credentials, { clientId, secret })).status).toBe(200)
    expect(await reported()).toEqual([])
    await guess(1)
    await isReported(1)
    expect(await reported()).toEqual([{ clientId, count: most, since }])
  })

  it('leave one row of the report in the ledger, in addition to the row of each refusal', async () => {
    await guess(most)
    await vi.waitFor(async () => expect(await recorded()).toHaveLength(1), { timeout })
    expect(await recorded()).toMatchObject([
      { entity: 'Login', clientId, patientId: null, actorKind: 'system', because: 'login', outcome: 'done' },
    ])
    const refusals = await endpoint.server.accessRows({ operation: 'exchangeToken' })
    expect(refusals.filter((row) => row.clientId === clientId && row.outcome === 'refused')).toHaveLength(most)
  })

  it('are not reported again before ten times as many', async () => {
    await guess(most)
    await isReported(1)
    await guess(most)
    await endpoint.server.identity.stop()
    expect(await reported()).toHaveLength(1)
  })

  it('of another period are counted from the beginning', async () => {
    await guess(most - 1)
    await endpoint.server.identity.stop()
    endpoint.server.clock.advance({ seconds: withinSeconds })
    await guess(most - 1)
    await endpoint.server.identity.stop()
    expect(await reported()).toEqual([])
    await guess(1)
    await isReported(1)
  })

  it('of people count for the client that brought them: forged tokens, unknown refresh tokens', async () => {
    for (let made = 0; made < most - 1; made++)
      await endpoint.request(
        { grant_type: 'refresh_token', client_id: clientId, refresh_token: `guess-${made}` },
        { secret: '', origin: 'https://feed.example' },
      )
    const forged = await endpoint.request(
      {
        grant_type: 'urn:ietf:params:oauth:grant-type:token-exchange',
        subject_token: 'not a token',
        subject_token_type: 'urn:ietf:params:oauth:token-type:id_token',
      },
      { clientId, secret },
    )
    expect(forged.body.code).toBe('invalid_grant')
    await isReported(1)
  })

  it('are in the log with the client and without an address', async () => {
    await guess(most)
    await isReported(1)
    const lines = endpoint.logged.filter((line) => line.includes('proofs_refused') && line.includes(clientId))
    expect(lines).toHaveLength(1)
    expect(lines[0]).not.toMatch(/127\.0\.0\.1|::1/)
  })

  it.each([
    ['random', undefined],
    ['chosen by a person', 'chosen-by-a-person-at-the-clinic-long-ago'],
  ])(
    'of a client whose secret is %s are answered like those of an unknown one, after the same slow hash',
    async (_what, chosen) => {
      await register(chosen)
      const answer = async (who: string) => {
        const before = slowHashes
        const { status, headers, body } = await endpoint.request(credentials, { clientId: who, secret: wrongSecret })
        const names = [...headers.keys()].toSorted()
        const { requestId: _id, ...told } = body as Record<string, unknown>
        return { status, names, told, hashes: slowHashes - before }
      }
      const known = await answer(clientId)
      expect(known).toEqual(await answer('nobody'))
      expect(known).toMatchObject({ status: 401, hashes: 1 })
      // A right secret that is random waits for none.
      const before = slowHashes
      expect((await endpoint.request(credentials, { clientId, secret })).status).toBe(200)
      expect(slowHashes - before).toBe(chosen === undefined ? 0 : 1)
    },
  )
})
