import { execFileSync } from 'node:child_process'
import { chown, cp, mkdtemp, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { inject } from 'vitest'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { samplePatient } from '../domains/directory/tests/lakeside.testing.ts'
import type { SignedInClient } from '../platform/http/tests/server.testing.ts'
import { openHospital, type TestHospital } from '../test-kit/test-hospital.ts'
import { prepareServerFixture, type ServerFixture } from './compose-server.testing.ts'

/** A file system of its own needs the rights of an administrator. */
const mayMount = process.platform === 'linux' && process.getuid?.() === 0

const asSuperuser = async <T extends object>(text: string): Promise<T[]> => {
  const client = new pg.Client({ connectionString: inject('postgresUrl') })
  await client.connect()
  return (await client.query<T>(text).finally(() => client.end())).rows
}

/** A server whose files are in this folder: what was written there, and how to remove it. */
type MoveTo = (
  folder: string,
  place: ServerFixture,
) => Promise<{
  readonly environment: Readonly<Record<string, string>>
  remove(): Promise<unknown>
}>

/** The tables only: the WAL and the server's own files are elsewhere. */
const tablespaceIn: MoveTo = async (folder, place) => {
  const [shown] = await asSuperuser<{ data_directory: string }>('show data_directory')
  const { uid, gid } = await stat(shown?.data_directory ?? '')
  await chown(folder, uid, gid)
  const tablespace = `small_${process.pid}`
  await asSuperuser(`create tablespace ${tablespace} location '${folder}'`)
  const name = new URL(place.environment['VISITKIT_DATABASE_URL'] ?? '').pathname.slice(1)
  await asSuperuser(`alter database ${name} set tablespace ${tablespace}`)
  return { environment: place.environment, remove: () => asSuperuser(`drop tablespace ${tablespace}`) }
}

/** Everything: the database, the journal of the ledger, keys and checkpoints. */
const everythingIn: MoveTo = async (folder, { environment }) => {
  const database = join(folder, 'database')
  await cp((environment['VISITKIT_DATABASE_URL'] ?? '').slice('pglite:'.length), database, { recursive: true })
  return {
    environment: {
      ...environment,
      VISITKIT_DATA_FOLDER: join(folder, 'data'),
      VISITKIT_DATABASE_URL: `pglite:${database}`,
    },
    remove: async () => undefined,
  }
}

const places = [
  ['postgres', 96, tablespaceIn],
  ['pglite', 256, everythingIn],
] as const

describe.skipIf(!mayMount).each(places)('a full disk, on %s', (engine, megabytes, moveTo) => {
  let folder: string
  let moved: Awaited<ReturnType<MoveTo>>
  let hospital: TestHospital
  let desk: SignedInClient
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'visitkit-small-'))
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', folder])
    const place = await prepareServerFixture(engine)
    moved = await moveTo(folder, place)
    hospital = await openHospital({ engine }, { ...place, environment: moved.environment })
    desk = await hospital.as('front-desk')
  })
  afterAll(async () => {
    try {
      // Of a test that failed on the full disk, on which nothing can be stopped or dropped.
      await rm(ballast(), { force: true })
      await hospital.stop()
      await moved.remove()
    } finally {
      // The database may still have files open there: the place is gone once it has closed them.
      execFileSync('umount', ['--lazy', folder])
      await rm(folder, { recursive: true })
    }
  })

  const ready = async (): Promise<number> => (await fetch(`${hospital.url}/health/ready`)).status
  const ballast = () => join(folder, 'ballast')

  test('answers 503 to reads and writes, is not ready, loses nothing, and recovers without a restart', async () => {
    expect(await ready()).toBe(200)
    const stored: string[] = []
    const add = async (n: number) => {
      const { status, body } = await desk.post(
        '/v1/patients',
        samplePatient({ name: { given: 'Full', family: `Disk${n}` } }),
      )
      if (status === 201) stored.push(body.id)
      return { status, code: body.code as string | undefined }
    }
    expect((await add(0)).status).toBe(201)
    await writeFile(ballast(), Buffer.alloc(megabytes * 1024 * 1024)).catch((error: NodeJS.ErrnoException) => {
      expect(error.code).toBe('ENOSPC')
    })
    // Pages that are there already take some more rows.
    const refusals = { read: 0, write: 0 }
    for (let n = 1; n < 4_000 && (refusals.read < 20 || refusals.write < 20); n += 1) {
      const written = await add(n)
      expect([201, 503], JSON.stringify(written)).toContain(written.status)
      if (written.status === 503) refusals.write += 1
      const read = await desk.get(`/v1/patients/${stored[0]}`)
      expect([200, 503]).toContain(read.status)
      if (read.status === 503) refusals.read += 1
    }
    expect(refusals.write).toBeGreaterThanOrEqual(20)
    expect(refusals.read).toBeGreaterThanOrEqual(20)
    await expect.poll(ready).toBe(503)

    await rm(ballast())
    await expect.poll(ready).toBe(200)
    expect((await add(9_999)).status).toBe(201)
    for (const id of stored.slice(-30)) expect((await desk.get(`/v1/patients/${id}`)).status).toBe(200)
  })
})
