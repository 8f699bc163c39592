import { join } from 'node:path'
import { operations } from '@visitkit/contract/operations'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { WebSocket } from 'ws'
import { registerOrganization } from '../cli/register-organization.ts'
import { composeServer } from '../compose-server.ts'
import type { ComposedServer } from '../compose-server.ts'
import { withHardwareKey } from '../platform/http/tests/sign-in.ts'
import { lakesideHealth, portalOrigin, prepareServerFixture, type ServerFixture } from './compose-server.testing.ts'
import { readConfig } from '../config.ts'
import { newId } from '../platform/database/ids/new-id.ts'
import { sessionStore } from '../platform/identity/session-store.ts'
import { runForOrganization } from '../platform/system/run-for-organization.ts'
import { createTestClient } from '../platform/http/tests/http-client.testing.ts'
import type { TestClient } from '../platform/http/tests/http-client.testing.ts'

describe('two processes on one PostgreSQL', () => {
  let place: ServerFixture
  const servers: { composed: ComposedServer; url: string }[] = []
  const organizationId = newId()
  const sockets: WebSocket[] = []

  beforeAll(async () => {
    place = await prepareServerFixture('postgres')
    const config = readConfig(place.environment)
    for (const checkpoints of ['one', 'two']) {
      const composed = await composeServer({ ...config, checkpointFile: join(place.folder, `${checkpoints}.ndjson`) })
      servers.push({ composed, url: (await composed.listen()).url })
    }
    await registerOrganization(servers[0]!.composed, lakesideHealth(organizationId, { clientId: 'lakeside-portal' }))
    for (const { composed } of servers) await composed.identity.clients.refreshOrigins()
  })
  afterAll(async () => {
    for (const socket of sockets) socket.terminate()
    for (const { composed } of servers) await composed.close()
    await place.remove()
  })

  const signIn = async () => {
    const person = {
      kind: 'member',
      personId: newId(),
      roles: ['front-desk'],
      patientIds: [],
      practitionerId: null,
    } as const
    const terms = {
      organizationId,
      clientId: 'lakeside-portal',
      origin: portalOrigin,
      authenticatedAt: new Date(),
      signIn: withHardwareKey,
    }
    const { session, accessToken } = await servers[0]!.composed.identity.open(person, terms)
    const at = (index: number): TestClient =>
      createTestClient({ url: servers[index]!.url, accessToken: async () => accessToken, origin: portalOrigin })
    return { session, at }
  }
  const connect = (index: number, ticket: string): Promise<{ socket: WebSocket; status: number }> => {
    const socket = new WebSocket(
      `${servers[index]!.url.replace('http', 'ws')}/v1/live`,
      ['visitkit.v1', `ticket.${ticket}`],
      { origin: portalOrigin },
    )
    sockets.push(socket)
    return new Promise((resolve) => {
      socket.on('open', () => resolve({ socket, status: 101 }))
      socket.on('error', () => undefined)
      socket.on('unexpected-response', (_request, response) => resolve({ socket, status: response.statusCode ?? 0 }))
    })
  }

  it('answer every operation of the contract, and report ready', async () => {
    for (const { composed, url } of servers) {
      const answered = [...composed.modules, composed.identity.module, composed.live.module].flatMap((module) =>
        module.operations.map(({ id }) => id),
      )
      expect(new Set([...answered, 'streamLive', 'readTogether'])).toEqual(new Set(Object.keys(operations)))
      expect((await fetch(`${url}/health/ready`)).status).toBe(200)
      expect((await fetch(`${url}/health/live`)).status).toBe(200)
    }
  })

  it('accept each other’s tokens', async () => {
    const { session, at } = await signIn()
    expect((await at(1).get('/v1/session')).body).toMatchObject({ id: session.id, current: true })
    expect((await at(1).get('/v1/organization')).body).toMatchObject({ id: organizationId, name: 'Lakeside Health' })
  })

  it('both refuse a session within a second of its end at one of them, and close its pages', async () => {
    const { at } = await signIn()
    expect((await at(1).get('/v1/session')).status).toBe(200)
    const { socket } = await connect(1, (await at(1).post('/v1/live/tickets')).body.ticket)
    const closed = new Promise((resolve) => socket.on('close', resolve))
    expect((await at(0).delete('/v1/session')).status).toBe(204)
    const began = performance.now()
    const tooLate = new Promise((resolve) => setTimeout(resolve, 10_000, 'still open').unref())
    expect(await Promise.race([closed, tooLate])).toBe(4401)
    expect((await at(1).get('/v1/session')).body.code).toBe('session_ended')
    expect(performance.now() - began).toBeLessThan(1_000)
  })

  it('accept a ticket only once between them, also one that the other has given', async () => {
    const { at } = await signIn()
    const { ticket: given } = (await at(0).post('/v1/live/tickets')).body
    expect((await connect(1, given)).status).toBe(101)
    const { ticket } = (await at(0).post('/v1/live/tickets')).body
    const answers = await Promise.all([connect(0, ticket), connect(1, ticket)])
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([101, 401])
  })

  it('do not end a session as idle that was active at the other process', async () => {
    const { session, at } = await signIn()
    const [one, two] = servers.map(({ composed }) => composed.identity.sessions)
    await at(1).get('/v1/session')
    // As if the second process had last seen this person fifteen minutes ago, and the first just now.
    const known = (await two!.find(organizationId, session.id, Date.now()))!
    known.lastActiveAt -= 15 * 60_000
    one!.touch(session, Date.now() + 1)
    await one!.flush()
    expect((await at(1).get('/v1/session')).status).toBe(200)
  })

  it('refuse, let in and end by what the other process has read of training and limits', async () => {
    const { session, at } = await signIn()
    const [one, two] = servers.map(({ composed }) => composed.identity.sessions)
    expect((await at(1).get('/v1/session')).body.trainingEndsAt).toBeNull()
    const absoluteEndsAt = session.absoluteEndsAt - 3_600_000
    const changed = { ...session, trainingEndsAt: Date.parse('2026-11-25T05:00:00Z'), idle: 600_000, absoluteEndsAt }
    await servers[0]!.composed.platform.database.transact({ domain: 'identity', organizationId }, (tx) =>
      sessionStore.updateCaller(tx, changed),
    )
    await expect
      .poll(async () => (await at(1).get('/v1/session')).body)
      .toMatchObject({ trainingEndsAt: '2026-11-25T05:00:00Z' })
    const known = await two!.find(organizationId, session.id, Date.now())
    expect(known).toMatchObject({ idle: 600_000, absoluteEndsAt, trainingEndsAt: changed.trainingEndsAt })
    expect(one).not.toBe(two)
  })

  it('send events of the other process to their pages', async () => {
    const { at } = await signIn()
    const { socket } = await connect(1, (await at(1).post('/v1/live/tickets')).body.ticket)
    const received: string[] = []
    socket.on('message', (data: Buffer) => received.push(data.toString()))
    const { platform } = servers[0]!.composed
    await runForOrganization(platform.unitOfWork, 'directory')(organizationId, new Date(), ({ emit }) =>
      emit({ type: 'scheduling.availability-changed', data: { practitionerId: newId(), version: 1 } }),
    )
    await expect.poll(() => received.join(), { timeout: 5_000 }).toContain('slots.changed')
  })

  it('keep a session ended that another process ended while the connection for notifications was down', async () => {
    const { session, at } = await signIn()
    expect((await at(1).get('/v1/session')).status).toBe(200)
    const sessions = servers[1]!.composed.identity.sessions
    // The second process receives no notifications.
    sessions.trusted = false
    await servers[0]!.composed.platform.database.transact({ domain: 'identity', organizationId }, async (tx) => {
      await tx
        .updateTable('identity.sessions')
        .set({ ended_at: new Date(), end_reason: 'signed-out' })
        .where('id', '=', session.id)
        .execute()
    })
    await expect.poll(async () => (await at(1).get('/v1/session')).body.code, { timeout: 4_000 }).toBe('session_ended')
    sessions.trusted = true
  })
})
