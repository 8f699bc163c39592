import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startTestServer } from './start-test-server.testing.ts'
import type { TestServer } from './start-test-server.testing.ts'
import { platformEngines } from '../../database/tests/platform-engines.testing.ts'

describe.each(platformEngines)('a test server on %s', (engine) => {
  let server: TestServer
  beforeAll(async () => {
    server = await startTestServer({ engine, now: '2026-11-25T15:00:00Z' })
  })
  afterAll(() => server.stop())

  it('responds to a signed-in caller', async () => {
    const patient = await server.as('patient')
    const { status, body } = await patient.get('/v1/session')
    expect(status).toBe(200)
    expect(body).toMatchObject({
      id: patient.session.id,
      kind: 'patient',
      current: true,
      createdAt: '2026-11-25T15:00:00Z',
      idleEndsAt: '2026-11-25T15:30:00Z',
    })
  })

  it('requires a caller without a session to sign in', async () => {
    const { status, body } = await server.anonymous().get('/v1/session')
    expect(status).toBe(401)
    expect(body.code).toBe('authentication_required')
  })
})
