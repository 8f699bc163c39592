import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { composeServer } from '../packages/reference-server/src/compose-server.ts'
import { readConfig } from '../packages/reference-server/src/config.ts'
import { startVideo, type SimulatedDaily } from '../packages/sandbox/src/video/start-video.ts'
import { createServerClient, type VisitServerClient } from '../packages/sdk/src/index.ts'
import { migratedDatabase } from './migrated-database.ts'
import { freeVisitType } from '../packages/reference-server/src/test-kit/create-clinic.ts'
import { spawnServer, type SpawnedServer } from './hospital/spawn-server.ts'

/** `npm run prove:rooms` runs a hundred; `npm test` a few. */
const rounds = Number(process.env['ROOM_CRASH_ROUNDS'] ?? '4')
const everyDay = [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, from: '00:00', to: '24:00' }))

/**
 * Each round: a patient checks in, the server process requests the room from Daily, Daily creates it and responds, and the process is
 * killed when it has the response and has not committed it. A lock on the table that the commit writes to blocks it there.
 */
describe.each(['hipaa', 'plain'] as const)(
  'a server that is killed between Daily’s room and its own commit (%s)',
  (mode) => {
    let daily: SimulatedDaily
    let server: SpawnedServer
    let client: VisitServerClient
    let database: pg.Client
    let visitTypeId: string
    let environment: Record<string, string>
    const visitIds: string[] = []

    beforeAll(async () => {
      daily = await startVideo({ port: 0, mode })
      environment = {
        VISITKIT_VIDEO: 'daily',
        VISITKIT_DAILY_MODE: mode,
        VISITKIT_DAILY_API_KEY: daily.apiKey,
        VISITKIT_DAILY_DOMAIN_ID: daily.domainId,
        VISITKIT_DAILY_API_BASE: daily.apiBase,
        VISITKIT_VENDOR_AGREEMENTS: 'daily:us:2020-01-01:',
      }
      const databaseUrl = await migratedDatabase()
      server = await spawnServer(databaseUrl, { environment, videoVendor: 'daily', roles: ['nurse'] })
      database = new pg.Client({ connectionString: databaseUrl })
      await database.connect()
      const { url: baseUrl, clientId, clientSecret } = server
      client = createServerClient({ baseUrl, clientId, clientSecret, retries: 0 })
      visitTypeId = (await client.visitTypes.create(freeVisitType)).id
    })
    afterAll(async () => {
      client?.close()
      await database?.end()
      await server?.remove()
      await daily?.stop()
    })

    /** An appointment of new people within the next minutes. */
    const book = async (): Promise<string> => {
      const { id: patientId } = await client.patients.create({
        name: { given: 'Pat', family: 'Sample' },
        birthDate: '1984-06-15',
        state: 'OH',
        language: 'en',
        zone: 'America/New_York',
      })
      const { id: practitionerId } = await client.practitioners.create({
        displayName: 'Dr. Casey Example',
        title: [{ language: 'en', text: 'Physician' }],
        specialties: ['primary-care'],
        languages: ['en'],
        zone: 'UTC',
        licenses: [],
      })
      await client.availability.put(practitionerId, { zone: 'UTC', weekly: everyDay, exceptions: [], version: 0 })
      const start = new Date(Math.ceil(Date.now() / 300_000) * 300_000 + 300_000).toISOString()
      const hold = await client.holds.place({ visitTypeId, start, practitionerId, patientId })
      return (await client.appointments.book({ holdId: hold.id, patientId })).id
    }
    const checkIn = async (appointmentId: string): Promise<string> => {
      const visit = await client.visits.checkIn(appointmentId, {
        location: { line1: '1 Sample Street', city: 'Exampleville', state: 'OH', kind: 'home' },
        callbackPhone: '614-555-0142',
        emergencyContact: { name: 'Robin Sample', phone: '614-555-0143' },
      })
      return visit.id
    }
    const roomOf = async (visitId: string): Promise<string | null> => {
      const { rows } = await database.query<{ vendor_room_id: string | null }>(
        'select vendor_room_id from visits.visits where id = $1',
        [visitId],
      )
      return rows[0]?.vendor_room_id ?? null
    }
    /** Backends of the server that wait for the lock. Only the change with Daily's response writes; everything else reads, and need not wait. */
    const waiting = async (): Promise<{ readonly pid: number; readonly mode: string }[]> => {
      const { rows } = await database.query<{ pid: number; mode: string }>(
        `select pid, mode from pg_locks where not granted and relation = 'visits.room_attempts'::regclass`,
      )
      return rows
    }
    const hasAnswer = async (): Promise<boolean> =>
      (await waiting()).some(({ mode: wanted }) => wanted === 'RowExclusiveLock')

    /** Kills the process in the window. Returns the room that Daily has created and the visit does not have. */
    const crashInTheWindow = async (appointmentId: string): Promise<{ visitId: string; made: string }> => {
      let answered = (_name: string): void => undefined
      const room = new Promise<string>((resolve) => (answered = resolve))
      daily.holdAnswerOfRooms(async ({ name }) => {
        // Waits for the commit of the attempt, if it is still running, and then blocks what follows Daily's response.
        await database.query('begin')
        await database.query('lock table visits.room_attempts in exclusive mode')
        answered(name)
      })
      const visitId = await checkIn(appointmentId)
      const made = await room
      await expect.poll(hasAnswer, { timeout: 30_000, interval: 2 }).toBe(true)
      await server.kill()
      // As the database does when it notices that the client is gone; data that was sent and not yet read is lost with it.
      await database.query('select pg_terminate_backend(pid) from unnest($1::int[]) as pid', [
        (await waiting()).map(({ pid }) => pid),
      ])
      await database.query('rollback')
      daily.holdAnswerOfRooms(async () => undefined)
      return { visitId, made }
    }

    it(
      `gives every visit a room in spite of that (${rounds} rounds)`,
      async () => {
        for (let round = 0; round < rounds; round += 1) {
          const { visitId, made } = await crashInTheWindow(await book())
          expect(daily.rooms.has(made), 'Daily has the room').toBe(true)
          expect(await roomOf(visitId), 'the visit has not').toBeNull()
          // The dead process would hold its leases until they expire; the test does not wait for it.
          await database.query('delete from platform.leases')
          await server.start()
          visitIds.push(visitId)
          // By the event of the check-in, which is delivered again.
          await expect.poll(() => roomOf(visitId), { timeout: 30_000, interval: 20 }).not.toBeNull()
          expect(daily.rooms.has(String(await roomOf(visitId)))).toBe(true)
          if (mode === 'plain') expect(await roomOf(visitId), 'found by our key, not made again').toBe(made)
        }
      },
      rounds * 60_000,
    )

    it('leaves no room at Daily without a visit, once the sweep has run', async () => {
      // One more crash, without a later request: that visit's room is an orphan in both modes.
      const { made } = await crashInTheWindow(await book())
      const rooms = new Set<string | null>()
      for (const visitId of visitIds) rooms.add(await roomOf(visitId))
      expect(rooms.size, 'no two visits share a room').toBe(rounds)
      expect(daily.rooms.has(made)).toBe(true)
      expect(daily.rooms.size).toBe((mode === 'plain' ? rounds : 2 * rounds) + 1)
      // The same deployment, ten minutes later.
      const config = readConfig({
        ...environment,
        VISITKIT_PORT: '0',
        VISITKIT_DATA_FOLDER: server.folder,
        VISITKIT_DATABASE_URL: server.databaseUrl,
        VISITKIT_LOG_LEVEL: 'silent',
      })
      const later = await composeServer(config, { clock: () => new Date(Date.now() + 600_000) })
      await later.platform.jobs.runDue()
      await later.close()
      expect(new Set(daily.rooms.keys())).toEqual(rooms)
    }, 240_000)
  },
)
