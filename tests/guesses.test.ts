import { setTimeout as wait } from 'node:timers/promises'
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { newId } from '../packages/reference-server/src/platform/database/ids/new-id.ts'
import { readPolicies } from '../packages/reference-server/src/platform/http/read-policies.ts'
import { migratedDatabase } from './migrated-database.ts'
import { startServer, type RunningServer } from './hospital/start-server.ts'

/** Control C04: guesses are counted by all servers of a deployment, so that more servers do not admit more of them. */
const { rates, sessions } = readPolicies()
const { burst = 0 } = rates.classes['proof-failure'] ?? {}
const most = sessions.refusedProofs.count

let server: RunningServer
let other: RunningServer
/** A client of each test alone. */
let client: { readonly clientId: string; readonly organizationId: string; readonly secret: string }

beforeAll(async () => {
  const databaseUrl = await migratedDatabase()
  server = await startServer({ databaseUrl, limitsRates: true })
  other = await startServer({ databaseUrl, limitsRates: true, sameDeployment: server })
})
afterAll(async () => {
  await other?.close()
  await server?.stop()
})
beforeEach(async () => {
  const clientId = `feed-${newId()}`
  const organizationId = newId()
  const { secret } = await server.composed.identity.clients.register({
    organizationId,
    clientId,
    name: 'Nightly feed',
    grants: ['client_credentials'],
    origins: [],
  })
  client = { clientId, organizationId, secret }
})

const signIn = async ({ url }: RunningServer, secret: string): Promise<number> => {
  const { status } = await fetch(`${url}/v1/token`, {
    method: 'POST',
    headers: { authorization: `Basic ${Buffer.from(`${client.clientId}:${secret}`).toString('base64')}` },
    body: new URLSearchParams({ grant_type: 'client_credentials' }),
  })
  return status
}
const guess = async (at: RunningServer, times = 1): Promise<number[]> => {
  const statuses = []
  for (let made = 0; made < times; made += 1) statuses.push(await signIn(at, 'x'.repeat(43)))
  return statuses
}

describe('wrong secrets, at two servers of a deployment', () => {
  it('that use up the limit at one are refused at the other, and a right one at neither', async () => {
    expect(await guess(server, burst + 1)).toEqual([...Array<number>(burst).fill(401), 429])
    // The response does not wait for the other servers. Alone, it would admit as many once more.
    let admitted = 0
    while (admitted < burst && (await guess(other))[0] === 401) {
      admitted += 1
      await wait(500)
    }
    expect(admitted).toBeLessThan(burst / 2)
    expect([await signIn(server, client.secret), await signIn(other, client.secret)]).toEqual([200, 200])
  })

  it('are reported once, at the number of the policy', async () => {
    const stored = async () => {
      const { rows } = await sql<{ count: number; reports: string }>`
        select count, (select count(*) from platform.outbox
          where type = 'identity.proofs-refused' and organization_id = refused_proofs.organization_id) as reports
        from identity.refused_proofs where client_id = ${client.clientId}`.execute(
        server.composed.platform.database.owner(),
      )
      return rows.map(({ count, reports }) => ({ count, reports: Number(reports) }))
    }
    await Promise.all([guess(server, most / 2), guess(other, most / 2 - 1)])
    await expect.poll(stored).toEqual([{ count: most - 1, reports: 0 }])
    await guess(other)
    await expect.poll(stored).toEqual([{ count: most, reports: 1 }])
    await Promise.all([guess(server, 3), guess(other, 3)])
    await expect.poll(stored).toEqual([{ count: most + 6, reports: 1 }])
  })
})
