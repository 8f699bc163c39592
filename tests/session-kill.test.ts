import { operations } from '@visitkit/contract/operations'
import { WebSocket } from 'ws'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { removeClientOf } from '../packages/reference-server/src/cli/remove-client.ts'
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

/** A person with a live stream at the other server. */
const listening = async (person: Person) => {
  const there = person.at(other.url)
  const { ticket } = (await there.post('/v1/live/tickets')).body
  const socket = new WebSocket(`${other.url.replace('http', 'ws')}/v1/live`, ['visitkit.v1', `ticket.${ticket}`], {
    origin: person.origin ?? '',
  })
  sockets.push(socket)
  await new Promise((resolve, reject) => socket.on('open', resolve).on('error', reject))
  let closedWith: number | null = null
  socket.on('close', (code) => (closedWith = code))
  expect((await there.get('/v1/session')).status).toBe(200)
  return {
    http: async () => (await there.get('/v1/session')).status === 401,
    stream: async () => closedWith === 4401,
  }
}

/** A person with a seat in the vendor's room and a live stream, at the other server. */
const inAVisit = async (person: Person) => {
  const seat = await send(person, 'takeSeat', await everyRequest.takeSeat(hospital, person))
  expect(seat.status, seat.text).toBe(201)
  const { id: seatId, visitId, vendor } = seat.body as { id: string; visitId: string; vendor: string }
  expect(vendor).toBe('daily')
  const connected = await listening(person)
  const isEjected = (): boolean =>
    daily.received.some(
      ({ path, body, status }) =>
        path.endsWith('/eject') &&
        status === 200 &&
        ((body as { user_ids?: string[] }).user_ids ?? []).includes(seatId),
    )
  expect(isEjected()).toBe(false)
  return {
    seatId,
    visitId,
    sessionId: person.sessionId,
    ...connected,
    room: async () => isEjected(),
  }
}

const member = async (
  memberId: string,
  change: Record<string, unknown>,
  administrator = hospital.administrator,
): Promise<void> => {
  const { items } = (await administrator.get('/v1/members?limit=100')).body as {
    items: { id: string; version: number }[]
  }
  const version = items.find(({ id }) => id === memberId)?.version
  const changed = await send(administrator, 'updateMember', {
    path: { memberId },
    body: { version, ...change },
  })
  expect(changed.status, changed.text).toBe(200)
}
const endRight = async ({ patientIds: [patientId = ''] }: Person, desk = hospital.desk): Promise<void> => {
  const { items } = (await desk.get(`/v1/patients/${patientId}/proxies`)).body as { items: { id: string }[] }
  for (const { id: proxyId } of items) {
    const { method, path } = operations.endProxy
    const address = path.replace('{patientId}', patientId).replace('{proxyId}', proxyId)
    const { status } = await desk.fetch(address, { method: method.toUpperCase() })
    expect(status).toBe(200)
  }
}
const signOut = async (
  { role, personId, patientIds: [patientId = ''] }: Person,
  { administrator, desk }: Pick<Hospital, 'administrator' | 'desk'> = hospital,
): Promise<void> => {
  const signedOut = async (by: Person, path: string): Promise<void> =>
    expect((await by.fetch(`/v1/${path}/sign-out`, { method: 'POST' })).status).toBe(200)
  if (role === 'patient') return signedOut(desk, `patients/${patientId}`)
  if (role !== 'proxy') return signedOut(administrator, `members/${personId}`)
  const { items } = (await desk.get(`/v1/patients/${patientId}/proxies`)).body as { items: { id: string }[] }
  for (const { id } of items) await signedOut(desk, `patients/${patientId}/proxies/${id}`)
}

describe.each([
  ['signing out', 'practitioner', (person: Person) => send(person, 'endSession', {})],
  ['disabling a member', 'practitioner', ({ personId }: Person) => member(personId, { status: 'disabled' })],
  ['the loss of a role', 'practitioner', ({ personId }: Person) => member(personId, { roles: ['front-desk'] })],
  ['the end of a right', 'proxy', (person: Person) => endRight(person)],
  ['staff who sign a member out', 'practitioner', (person: Person) => signOut(person)],
  ['staff who sign a patient out', 'patient', (person: Person) => signOut(person)],
  ['staff who sign a proxy out', 'proxy', (person: Person) => signOut(person)],
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

/** Someone in the call, and who takes their access away once their session has idled out. */
interface Idled {
  readonly person: Person
  readonly channels: Awaited<ReturnType<typeof inAVisit>>
  readonly administrator: Person
  readonly desk: Person
}
const afterIdling: Record<string, readonly ['practitioner' | 'proxy', (idled: Idled) => Promise<void>]> = {
  'disabling a member': [
    'practitioner',
    ({ person, administrator }) => member(person.personId, { status: 'disabled' }, administrator),
  ],
  'the loss of a role': [
    'practitioner',
    ({ person, administrator }) => member(person.personId, { roles: ['front-desk'] }, administrator),
  ],
  'the end of a right': ['proxy', ({ person, desk }) => endRight(person, desk)],
  'signing a member out': ['practitioner', ({ person, ...others }) => signOut(person, others)],
  'signing out, after signing in again in the call,': [
    'practitioner',
    async ({ person, channels: { visitId, seatId } }) => {
      const again = await person.again()
      const continued = { path: { visitId, seatId }, body: { troubles: [] } }
      const { status, text } = await send(again, 'recordCallTroubles', continued)
      expect(status, text).toBe(200)
      await send(again, 'endSession', {})
    },
  ],
}

describe('a person whose session idled out in the call', () => {
  const inCall = new Map<string, Pick<Idled, 'person' | 'channels'>>()
  let others: Pick<Idled, 'administrator' | 'desk'>
  let ofRemoved: Idled['channels']
  beforeAll(async () => {
    for (const [name, [role]] of Object.entries(afterIdling)) {
      const person = await hospital.person(role)
      inCall.set(name, { person, channels: await inAVisit(person) })
    }
    ofRemoved = await inAVisit(await hospital.person('practitioner'))
    server.clock.advance({ minutes: 31 })
    others = { administrator: await hospital.administrator.again(), desk: await hospital.desk.again() }
  })

  it.each(Object.entries(afterIdling))('%s ejects them from the room within five seconds', async (name, [, act]) => {
    const idled = inCall.get(name)
    if (!idled) throw new Error(`No one is in a call for: ${name}`)
    expect(await idled.channels.http()).toBe(true)
    expect(await idled.channels.room()).toBe(false)
    await act({ ...idled, ...others })
    const began = performance.now()
    while (!(await idled.channels.room()) && performance.now() < began + 20_000)
      await new Promise((resolve) => setTimeout(resolve, 20))
    expect(await idled.channels.room()).toBe(true)
    expect(performance.now() - began).toBeLessThan(boundMs)
  })

  it('leaves the room with everyone else whose portal is removed, within five seconds', async () => {
    const { clientId, origin } = hospital.portal
    const { composed } = server
    expect(await ofRemoved.http()).toBe(true)
    const endReason = async () =>
      (
        await sql<{ end_reason: string | null }>`
          select end_reason from identity.sessions where id = ${ofRemoved.sessionId}`.execute(
          composed.platform.database.owner(),
        )
      ).rows[0]?.end_reason
    await expect.poll(endReason).toBe('idle')
    const waiting = new Map(Object.entries({ ...(await listening(others.desk)), room: ofRemoved.room }))
    const removing = removeClientOf(composed, clientId, server.clock.now())
    const began = performance.now()
    while (waiting.size > 0 && performance.now() < began + 20_000) {
      for (const [name, isOver] of waiting) if (await isOver()) waiting.delete(name)
      await new Promise((resolve) => setTimeout(resolve, 20))
    }
    expect([...waiting.keys()]).toEqual([])
    expect(performance.now() - began).toBeLessThan(boundMs)
    expect(await removing).toBeGreaterThan(1)
    expect(await composed.identity.clients.find(clientId)).toBeNull()
    await composed.identity.clients.refreshOrigins()
    expect(composed.identity.clients.isRegisteredOrigin(origin)).toBe(false)
    const { rows } = await sql`
      select entity, entity_id, actor_id from audit.accesses where operation = 'organization.remove-client'`.execute(
      composed.platform.database.owner(),
    )
    expect(rows).toEqual([{ entity: 'Organization', entity_id: hospital.id, actor_id: 'command-line' }])
    expect(await removeClientOf(composed, 'no-such-portal')).toBeNull()
  })
})
