import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { samplePatient } from '../../../domains/directory/tests/lakeside.testing.ts'
import type { TestHospital } from '../../../test-kit/test-hospital.ts'
import { prepareBackupPlace, type BackupPlace } from '../../backup/tests/backup-place.testing.ts'
import { keysCommand } from '../keys-command.ts'

let place: BackupPlace
let hospital: TestHospital
beforeAll(async () => {
  place = await prepareBackupPlace('postgres')
  hospital = await place.reopen()
})
afterAll(async () => {
  await hospital.stop()
  await place.remove()
})

const lines: string[] = []
const keys = (...args: string[]) => keysCommand(args, place.environment, (line) => void lines.push(line))

test('keys are rotated while requests read and write, and none of them fails', async () => {
  const desk = await hospital.as('front-desk')
  const failures: unknown[] = []
  let isDone = false
  let served = 0
  const created: string[] = []
  const load = async (worker: number): Promise<void> => {
    for (let n = 0; !isDone; n += 1) {
      const made = await desk.post('/v1/patients', samplePatient({ name: { given: `W${worker}`, family: `Load${n}` } }))
      if (made.status === 201) created.push(made.body.id)
      else failures.push(made)
      const id = (n % 2 === 0 ? place.patients[n % place.patients.length]?.id : made.body.id) ?? ''
      const read = await desk.get(`/v1/patients/${id}`)
      if (read.status !== 200) failures.push(read)
      served += 2
    }
  }
  const working = Promise.all([0, 1, 2].map(load))
  await expect.poll(() => served).toBeGreaterThan(10)
  expect(await keys('add-master')).toMatchObject({ exitCode: 0, text: expect.stringContaining('Added file:2') })
  const before = served
  for (const args of [['rotate'], ['rotate', '--data-keys'], ['rotate']])
    expect(await keys(...args)).toEqual({ exitCode: 0, text: 'Rotated the keys of 1 organizations.' })
  expect(served, 'requests were served during the rotation').toBeGreaterThan(before)
  isDone = true
  await working
  expect(failures).toEqual([])
  // A server that still has the older version in memory may have used it for a new patient.
  await keys('rotate')

  const { rows } = await sql<{ master_key: string; version: number; left: number }>`
    select organization_keys.master_key, version,
      (select count(*)::integer from vault.data_keys where organization_key < organization_keys.version) as left
    from vault.organization_keys where purpose = 'records' order by version desc limit 1`.execute(
    hospital.platform.database.readerAcross('vault'),
  )
  expect(rows).toEqual([{ master_key: 'file:2', version: expect.any(Number), left: 0 }])
  expect(rows[0]?.version).toBeGreaterThan(2)
  expect(lines.some((line) => /: \d+ of \d+ keys$/.test(line))).toBe(true)

  // Another process, which has nothing in memory.
  const other = await place.reopen()
  try {
    const reader = await other.as('front-desk')
    for (const id of [...place.patients.map((each) => each.id), ...created.slice(-20)])
      expect((await reader.get(`/v1/patients/${id}`)).status).toBe(200)
  } finally {
    await other.stop()
  }
})

const rowsOf = async (name: string): Promise<number | undefined> => {
  const { rows } = await sql<{ n: number }>`
    select count(*)::integer as n from audit.accesses where operation = ${name}`.execute(
    hospital.platform.database.readerAcross('audit'),
  )
  return rows[0]?.n
}

test('a rotation leaves a row in the ledger, and says which master key wraps what', async () => {
  expect(await keys('status')).toEqual({
    exitCode: 0,
    text: expect.stringMatching(/^file:2 {2}wraps \d+ organization keys$/),
  })
  expect(await rowsOf('keys.rotate')).toBe(4)
})

test('a master key is removed only when it wraps nothing; older backups are unreadable then', async () => {
  const backup = join(place.folder, 'late.backup')
  await place.backup('key')
  expect(await place.backup('--out', backup)).toMatchObject({ exitCode: 0 })
  expect(await keys('remove-master', 'file:2')).toMatchObject({
    exitCode: 1,
    text: expect.stringContaining('still wraps'),
  })
  expect(await keys('remove-master', 'file:9')).toMatchObject({ exitCode: 2 })
  expect(await keys('add-master')).toMatchObject({ exitCode: 0 })
  expect(await keys('rotate')).toMatchObject({ exitCode: 0 })
  const removals = (await rowsOf('keys.remove-master')) ?? 0
  expect(await keys('remove-master', 'file:2')).toMatchObject({ exitCode: 0 })
  expect(await rowsOf('keys.remove-master')).toBe(removals + 1)
  expect(await place.restore(await place.emptyDatabase(), backup)).toMatchObject({
    exitCode: 1,
    text: expect.stringContaining('the master key file:2 is not here'),
  })
})
