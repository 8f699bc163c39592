import { randomUUID } from 'node:crypto'
import { open, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createServerClient, isProblem, type Appointment, type VisitServerClient } from '../packages/sdk/src/index.ts'
import { migratedDatabase } from './migrated-database.ts'
import { freeVisitType } from '../packages/reference-server/src/test-kit/create-clinic.ts'
import { spawnServer, type SpawnedServer } from './hospital/spawn-server.ts'
import { variants } from './variants.testing.ts'

/** A confirmed appointment, and the request that created it. */
interface Acknowledged {
  readonly appointment: Appointment
  readonly requestId: string
}
interface BookingAttempt {
  readonly start: string
  readonly practitionerId: string
  readonly key: string
  holdId?: string
  confirmed?: Acknowledged
}

const everyDay = [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, from: '00:00', to: '24:00' }))

describe.each(variants(['pglite', 'postgres'] as const))('a server that is killed while people book (%s)', (engine) => {
  let server: SpawnedServer
  let client: VisitServerClient
  let patientId: string
  let visitTypeId: string
  const wanted: BookingAttempt[] = []
  /** Request id of the response for each idempotency key. */
  const answeredBy = new Map<string, string>()

  beforeAll(async () => {
    server = await spawnServer(engine === 'pglite' ? null : await migratedDatabase())
    client = createServerClient({
      baseUrl: server.url,
      clientId: server.clientId,
      clientSecret: server.clientSecret,
      retries: 0,
      fetch: async (input, init) => {
        const request = new Request(input, init)
        const response = await fetch(request)
        const key = request.headers.get('idempotency-key')
        if (key !== null && response.ok) answeredBy.set(key, response.headers.get('x-request-id') ?? '')
        return response
      },
    })
    visitTypeId = (await client.visitTypes.create(freeVisitType)).id
    patientId = (
      await client.patients.create({
        name: { given: 'Pat', family: 'Sample' },
        birthDate: '1984-06-15',
        state: 'OH',
        language: 'en',
        zone: 'America/New_York',
      })
    ).id
    const { id: practitionerId } = await client.practitioners.create({
      displayName: 'Dr. Casey Example',
      title: [{ language: 'en', text: 'Physician' }],
      specialties: ['primary-care'],
      languages: ['en'],
      zone: 'UTC',
      licenses: [],
    })
    await client.availability.put(practitionerId, { zone: 'UTC', weekly: everyDay, exceptions: [], version: 0 })
    const tomorrow = Math.ceil(Date.now() / 300_000) * 300_000 + 86_400_000
    for (let index = 0; index < 2_000; index++)
      wanted.push({ start: new Date(tomorrow + index * 300_000).toISOString(), practitionerId, key: randomUUID() })
  })
  afterAll(async () => {
    client?.close()
    await server?.remove()
  })

  const book = async (each: BookingAttempt): Promise<void> => {
    each.holdId ??= (
      await client.holds.place({ visitTypeId, start: each.start, practitionerId: each.practitionerId, patientId })
    ).id
    const appointment = await client.appointments.book({ holdId: each.holdId, patientId }, { idempotencyKey: each.key })
    each.confirmed = { appointment, requestId: answeredBy.get(each.key) ?? '' }
  }
  const acknowledged = (): (BookingAttempt & { confirmed: Acknowledged })[] =>
    wanted.filter((each): each is BookingAttempt & { confirmed: Acknowledged } => each.confirmed !== undefined)
  const started: BookingAttempt[] = []

  it('has confirmed some appointments when it is killed, and left other requests open', async () => {
    let isKilled = false
    const failures: unknown[] = []
    const worker = async (first: number): Promise<void> => {
      for (let index = first; index < wanted.length && !isKilled; index += 16) {
        const each = wanted[index] as BookingAttempt
        started.push(each)
        await book(each).catch((error: unknown) => failures.push(error))
      }
    }
    const load = Promise.all(Array.from({ length: 16 }, (_, first) => worker(first)))
    await expect.poll(() => acknowledged().length, { timeout: 60_000, interval: 5 }).toBeGreaterThan(100)
    isKilled = true
    await server.kill()
    await load
    // A request without a response fails with a connection error, and with nothing that could be mistaken for a response.
    expect(failures.length).toBeGreaterThan(0)
    for (const error of failures) expect(isProblem(error, 'connection_failed'), String(error)).toBe(true)
  })

  it('has every confirmed appointment after a restart, none of them twice', async () => {
    const before = acknowledged()
    await server.start()
    const stored = await client.appointments.list({ patientId, limit: 100 }).toArray(3_000)
    const ids = stored.map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
    expect(new Set(stored.map(({ start }) => start)).size).toBe(stored.length)
    for (const { confirmed } of before)
      expect(stored.find(({ id }) => id === confirmed.appointment.id)).toMatchObject({
        start: confirmed.appointment.start,
        status: 'booked',
      })
    // Additional appointments can only be those of open requests.
    expect(stored.length).toBeLessThanOrEqual(started.length)
  })

  it('returns the same appointment for the same idempotency key, or creates it', async () => {
    const before = new Map(acknowledged().map(({ key, confirmed }) => [key, confirmed.appointment.id]))
    const again = started.filter(({ holdId }) => holdId !== undefined)
    for (const each of again) await book(each)
    for (const { key, confirmed } of acknowledged()) {
      const promised = before.get(key)
      if (promised !== undefined) expect(confirmed.appointment.id).toBe(promised)
    }
    const stored = await client.appointments.list({ patientId, limit: 100 }).toArray(3_000)
    expect(stored.map(({ id }) => id).toSorted()).toEqual(
      acknowledged()
        .map(({ confirmed }) => confirmed.appointment.id)
        .toSorted(),
    )
  })

  const ledgerFile = (): string => join(server.folder, 'ledger.ndjson')
  const keyAndCheckpoints = (): string[] => [
    '--key',
    join(server.folder, 'keys/audit-signing-key.pub.pem'),
    '--checkpoints',
    join(server.folder, 'checkpoints.ndjson'),
  ]

  it('has one audit row for each response, before the crash and after', async () => {
    await server.stop()
    const exported = await server.command(['audit', 'export', '--database', server.databaseUrl, '--out', ledgerFile()])
    expect(exported).toMatchObject({ code: 0, output: expect.stringContaining('rows written') as string })
    const lines = (await readFile(ledgerFile(), 'utf8')).split('\n')
    expect(lines.filter((line) => line.includes('"bookAppointment"')).length).toBeGreaterThan(100)
    for (const { confirmed } of acknowledged()) {
      const rows = lines.filter((line) => line.includes(confirmed.requestId))
      expect(rows).toHaveLength(1)
      for (const part of [patientId, '"bookAppointment"', '"done"']) expect(rows[0]).toContain(part)
    }
  })

  it('has a complete ledger', async () => {
    const verified = await server.command(['audit', 'verify', '--database', server.databaseUrl, ...keyAndCheckpoints()])
    expect(verified).toMatchObject({
      code: 0,
      output: expect.stringMatching(/^Whole: \d+ rows, [1-9]\d* signed checkpoints/) as string,
    })
    const offline = await server.command(['audit', 'verify', '--ledger', ledgerFile(), ...keyAndCheckpoints()])
    expect(offline.code).toBe(0)
  })

  it('reports the row when one byte of the ledger is changed', async () => {
    const lines = (await readFile(ledgerFile(), 'utf8')).split('\n')
    const index = Math.floor(lines.length / 2)
    const { sequence } = JSON.parse(lines[index] ?? '') as { sequence: number }
    const offset = Buffer.byteLength(lines.slice(0, index).join('\n')) + 1 + (lines[index] ?? '').indexOf('"done"') + 1
    expect(offset).toBeLessThan((await stat(ledgerFile())).size)
    const file = await open(ledgerFile(), 'r+')
    const { buffer } = await file.read(Buffer.alloc(1), 0, 1, offset)
    await file.write(Buffer.from([(buffer[0] ?? 0) ^ 1]), 0, 1, offset)
    await file.close()
    const verified = await server.command(['audit', 'verify', '--ledger', ledgerFile(), ...keyAndCheckpoints()])
    expect(verified.code).toBe(1)
    expect(verified.output).toContain(`NOT WHOLE: row ${sequence} was changed`)
  })
})
