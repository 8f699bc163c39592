import { operations } from '@visitkit/contract/operations'
import { WebSocket } from 'ws'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newId } from '../packages/reference-server/src/platform/database/ids/new-id.ts'
import { partnerStarters } from '../packages/reference-server/src/test-kit/sandbox-partners.ts'
import type { SimulatedDaily } from '../packages/sandbox/src/video/start-video.ts'
import { migratedDatabase } from './migrated-database.ts'
import { createHospital, type Hospital, type Person } from './hospital/create-hospital.ts'
import { startServer, type RunningServer } from './hospital/start-server.ts'
import { everyRequest } from './requests/every-request.ts'
import { send } from './requests/send-request.ts'

/**
 * Control C08: what takes a person's access away at one server acts at another, on requests, on the live stream and in the vendor's room.
 * The bound is part of the control, so this test measures time.
 */
const boundMs = 5_000

let server: RunningServer
let other: RunningServer
let hospital: Hospital
let daily: SimulatedDaily
const sockets: WebSocket[] = []

beforeAll(async () => {
  const id = newId()
  const { partner, environment: vendor } = await partnerStarters.video({ organizationId: id, clock: () => new Date() })
  daily = partner
  const environment = { ...vendor, VISITKIT_VENDOR_AGREEMENTS: 'daily:us:2026-01-01:' }
  const databaseUrl = await migratedDatabase()
  server = await startServer({ databaseUrl, environment })
  other = await startServer({ databaseUrl, environment, sameDeployment: server })
  hospital = await createHospital(server, id, 'daily')
})
afterAll(async () => {
  for (const socket of sockets) socket.terminate()
  await other?.close()
  await server?.stop()
  await daily?.stop()
})

/** A person with a seat in the vendor's room and a live stream, at the other server. */
const inAVisit = async (person: Person) => {
  const there = person.at(other.url)
  const seat = await send(person, 'takeSeat', await everyRequest.takeSeat(hospital, person))
  expect(seat.status, seat.text).toBe(201)
  const { id: seatId, vendor } = seat.body as { id: string; vendor: string }
  expect(vendor).toBe('daily')
  const { ticket } = (await there.post('/v1/live/tickets')).body
  const socket = new WebSocket(`${other.url.replace('http', 'ws')}/v1/live`, ['visitkit.v1', `ticket.${ticket}`], {
    origin: person.origin ?? '',
  })
  sockets.push(socket)
  await new Promise((resolve, reject) => socket.on('open', resolve).on('error', reject))
  let closedWith: number | null = null
  socket.on('close', (code) => (closedWith = code))
  expect((await there.get('/v1/session')).status).toBe(200)
  const isEjected = (): boolean =>
    daily.received.some(
      ({ path, body, status }) =>
        path.endsWith('/eject') &&
        status === 200 &&
        ((body as { user_ids?: string[] }).user_ids ?? []).includes(seatId),
    )
  expect(isEjected()).toBe(false)
  return {
    http: async () => (await there.get('/v1/session')).status === 401,
    stream: async () => closedWith === 4401,
    room: async () => isEjected(),
  }
}

const member = async (memberId: string, change: Record<string, unknown>): Promise<void> => {
  const { items } = (await hospital.administrator.get('/v1/members?limit=100')).body as {
    items: { id: string; version: number }[]
  }
  const version = items.find(({ id }) => id === memberId)?.version
  const changed = await send(hospital.administrator, 'updateMember', {
    path: { memberId },
    body: { version, ...change },
  })
  expect(changed.status, changed.text).toBe(200)
}
const endRight = async ({ patientIds: [patientId = ''] }: Person): Promise<void> => {
  const { items } = (await hospital.desk.get(`/v1/patients/${patientId}/proxies`)).body as { items: { id: string }[] }
  for (const { id: proxyId } of items) {
    const { method, path } = operations.endProxy
    const address = path.replace('{patientId}', patientId).replace('{proxyId}', proxyId)
    const { status } = await hospital.desk.fetch(address, { method: method.toUpperCase() })
    expect(status).toBe(200)
  }
}

describe.each([
  ['signing out', 'practitioner', (person: Person) => send(person, 'endSession', {})],
  ['disabling a member', 'practitioner', ({ personId }: Person) => member(personId, { status: 'disabled' })],
  ['the loss of a role', 'practitioner', ({ personId }: Person) => member(personId, { roles: ['front-desk'] })],
  ['the end of a right', 'proxy', endRight],
] as const)('%s', (_, role, act) => {
  it('ends requests, live stream and the seat at the vendor within five seconds, at another server too', async () => {
    const person = await hospital.person(role)
    const channels = await inAVisit(person)
    await act(person)
    const began = performance.now()
    const times: Partial<Record<keyof typeof channels, number>> = {}
    const end = began + 20_000
    while (Object.keys(times).length < 3 && performance.now() < end) {
      for (const name of ['http', 'stream', 'room'] as const)
        if (times[name] === undefined && (await channels[name]())) times[name] = Math.round(performance.now() - began)
      await new Promise((resolve) => setTimeout(resolve, 20))
    }
    expect(Object.keys(times).toSorted()).toEqual(['http', 'room', 'stream'])
    expect(Math.max(...Object.values(times)), JSON.stringify(times)).toBeLessThan(boundMs)
  })
})
