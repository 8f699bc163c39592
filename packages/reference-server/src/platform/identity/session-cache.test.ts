import type { KyselyPlugin } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { startTestServer, type TestServer } from '../http/tests/start-test-server.testing.ts'
import { SessionCache } from './session-cache.ts'

let server: TestServer
beforeAll(async () => {
  server = await startTestServer({ engine: 'pglite' })
})
afterAll(() => server.stop())

/** The sessions of another process on the same database, whose reads complete only when released. */
const anotherProcess = () => {
  const answers = Promise.withResolvers<void>()
  const asked = Promise.withResolvers<void>()
  const late: KyselyPlugin = {
    transformQuery: ({ node }) => node,
    transformResult: async ({ result }) => {
      asked.resolve()
      await answers.promise
      return result
    },
  }
  const sessions = new SessionCache({
    database: { reader: (scope) => server.platform.database.reader(scope).withPlugin(late) },
    recordEnd: async () => true,
    write: async () => undefined,
    onFailure: () => undefined,
  })
  return { book: sessions, asked: asked.promise, letThrough: answers.resolve }
}

it('applies an end that arrives while the row is being read', async () => {
  const { session, organizationId } = { ...(await server.as('patient')), organizationId: server.organizationId }
  const { book: sessions, asked, letThrough } = anotherProcess()
  const now = server.clock.now()
  const loading = sessions.find(organizationId, session.id, now.getTime())
  await asked
  await server.identity.sessions.end(session, 'signed-out', now)
  sessions.markEnded(organizationId, session.id, 'signed-out')
  letThrough()
  expect((await loading)?.ended).toBe('signed-out')
  expect(await sessions.find(organizationId, session.id, now.getTime() + 600_000)).toMatchObject({
    ended: 'signed-out',
  })
})

it('reads again a session that changed while its row was being read', async () => {
  const { session } = await server.as('patient')
  const { book: sessions, asked, letThrough } = anotherProcess()
  const now = server.clock.now()
  const loading = sessions.find(server.organizationId, session.id, now.getTime())
  await asked
  await server.platform.database
    .reader({ domain: 'identity', organizationId: server.organizationId })
    .updateTable('identity.sessions')
    .set({ roles: ['patient', 'proxy'] })
    .where('id', '=', session.id)
    .execute()
  sessions.markChanged(session.id)
  letThrough()
  expect((await loading)?.caller.roles).toEqual(['patient', 'proxy'])
})
