import { generateKeyPairSync } from 'node:crypto'
import { readFile, rename, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { loadBackupPrivateKey } from '../../../platform/backup/backup-key.ts'
import { readBackup } from '../../../platform/backup/read-backup.ts'
import { openDatabase } from '../../../platform/database/open/open-database.ts'
import { auditVerify } from '../../audit-verify.ts'
import { checkBackup } from '../../check-backup.ts'
import { backupCommand } from '../backup-command.ts'
import { prepareBackupPlace, tablesIn, type BackupPlace } from './backup-place.testing.ts'
import { platformEngines } from '../../../platform/database/tests/platform-engines.testing.ts'

describe.each(platformEngines)('a backup, on %s', (engine) => {
  let place: BackupPlace
  let file: string
  let key: string
  beforeAll(async () => {
    place = await prepareBackupPlace(engine)
    file = join(place.folder, 'visits.backup')
    // As the page of the operator says: the private key is kept elsewhere.
    key = join(place.folder, 'kept-elsewhere.pem')
    expect(await place.backup('key')).toMatchObject({ exitCode: 0 })
    await rename(join(place.keyFolder, 'backup-key.pem'), key)
    expect(await place.backup('--out', file)).toMatchObject({ exitCode: 0, text: expect.stringContaining(' rows of ') })
  })
  afterAll(() => place.remove())

  test('is restored into an empty database: every row, the ledger with its head, and records that open', async () => {
    const target = await place.emptyDatabase()
    const outcome = await place.restore(target, file, '--key', key)
    expect(outcome, outcome.text).toMatchObject({ exitCode: 0 })
    expect(outcome.text).toMatch(/^Restored in \d+\.\d s: \d+ rows/)

    const again = await openDatabase({ url: target, notice: () => undefined })
    const ledger = ['--checkpoints', join(place.folder, 'data', 'checkpoints.ndjson'), '--key']
    try {
      const { rows } = await sql<{
        operation: string
      }>`select operation from audit.accesses where operation like 'backup.%'`.execute(again.readerAcross('audit'))
      expect(rows.map(({ operation }) => operation).toSorted()).toEqual(['backup.create', 'backup.restore'])
    } finally {
      await again.close()
    }
    expect(
      await auditVerify(['--database', target, ...ledger, join(place.keyFolder, 'audit-signing-key.pub.pem')]),
    ).toMatchObject({ exitCode: 0 })

    const hospital = await place.reopen(target)
    try {
      const desk = await hospital.as('front-desk')
      for (const { id, name } of place.patients)
        expect((await desk.get(`/v1/patients/${id}`)).body).toMatchObject({ id, name })
      expect(hospital.logged.filter(({ level }) => level === 'error')).toEqual([])
      await hospital.platform.checkpointer.checkpointNow()
      expect(hospital.platform.checkpointer.state().fault).toBeNull()
    } finally {
      await hospital.stop()
    }
    expect(await tablesIn(target)).toEqual(expect.arrayContaining(['directory.patients', 'audit.access_rows']))
  })

  test('is known to the doctor for two days, and one that failed is not', async () => {
    const target = await place.emptyDatabase()
    expect(await place.restore(target, file, '--key', key)).toMatchObject({ exitCode: 0 })
    const check = async (hours: number) => {
      const database = await openDatabase({ url: target, notice: () => undefined })
      try {
        return await checkBackup({ mode: 'production' }, database, new Date(Date.now() + hours * 3_600_000))
      } finally {
        await database.close()
      }
    }
    const environment = { ...place.environment, VISITKIT_DATABASE_URL: target }
    const none = [{ state: 'warning', message: expect.stringContaining('No backup was completed') }]
    // What is restored began before its own backup was completed.
    expect(await check(0)).toMatchObject(none)
    expect(await backupCommand(['--out', join(place.folder, 'missing', 'x')], environment)).toMatchObject({
      exitCode: 2,
    })
    expect(await check(0)).toMatchObject(none)
    expect(await backupCommand(['--out', join(place.folder, 'second')], environment)).toMatchObject({ exitCode: 0 })
    expect(await check(0)).toMatchObject([{ state: 'ok', message: expect.stringContaining('0 hours ago') }])
    expect(await check(47)).toMatchObject([{ state: 'ok', message: expect.stringContaining('47 hours ago') }])
    expect(await check(49)).toMatchObject(none)
  })

  test('has the rows of every table, also after it was restored and backed up again', async () => {
    const target = await place.emptyDatabase()
    expect(await place.restore(target, file, '--key', key)).toMatchObject({ exitCode: 0 })
    const secret = await loadBackupPrivateKey(key)
    const first = await readBackup(file, secret)
    const database = await openDatabase({ url: target, notice: () => undefined })
    try {
      for (const { name } of first.manifest.tables) {
        // The restore itself leaves a row, and ends sessions.
        if (name === 'audit.access_rows') continue
        const { rows } = await sql<{ n: number }>`select count(*)::integer as n from ${sql.raw(name)}`.execute(
          database.owner(),
        )
        expect([name, rows[0]?.n]).toEqual([name, first.tables.get(name)?.rows])
      }
      const { rows: open } = await sql`select from identity.sessions where ended_at is null`.execute(database.owner())
      expect(open, 'everybody signs in again').toEqual([])
    } finally {
      await database.close()
    }
    expect(first.tables.get('directory.patients')?.rows).toBe(place.patients.length)
    expect(first.tables.get('identity.sessions')?.rows).toBeGreaterThan(0)
  })

  test('is rehearsed on a temporary database, and the time is printed', async () => {
    const outcome = await place.backup('drill', file, '--key', key)
    expect(outcome, outcome.text).toMatchObject({ exitCode: 0 })
    expect(outcome.text).toMatch(/^Restored in \d+\.\d s: \d+ rows compared, ledger of \d+ rows whole/)
    console.log(`${engine}: ${outcome.text}`)
  })

  test('cannot be read: no name, no key and no plain text is in it, and only its owner may read the file', async () => {
    const bytes = await readFile(file)
    for (const word of ['Alphasample', 'Lakeside', 'directory.patients', 'organization_id'])
      expect(bytes.includes(word), word).toBe(false)
    const { keys } = JSON.parse(await readFile(join(place.keyFolder, 'master-keys.json'), 'utf8'))
    const content: string[] = []
    await readBackup(file, await loadBackupPrivateKey(key), async (manifest) => {
      content.push(JSON.stringify(manifest))
      return { rows: async (_table, lines) => void content.push(...lines), end: async () => undefined }
    })
    const master = Buffer.from(keys[0].key, 'base64')
    const text = content.join('\n')
    expect(text).toContain(place.record.organizationId)
    for (const word of [...place.patients.map(({ name }) => name.family), keys[0].key, master.toString('hex')])
      expect(text.includes(word), 'sealed inside too').toBe(false)
    expect((await stat(file)).mode & 0o077).toBe(0)
  })

  test('is refused with another key, and nothing is written', async () => {
    const target = await place.emptyDatabase()
    const other = join(place.folder, 'other.pem')
    await writeFile(other, generateKeyPairSync('x25519').privateKey.export({ format: 'pem', type: 'pkcs8' }))
    expect(await place.restore(target, file, '--key', other)).toEqual({
      exitCode: 1,
      text: expect.stringContaining('The backup was encrypted for the backup key'),
    })
    expect(await place.restore(target, file, '--key', join(place.keyFolder, 'token-keys.json'))).toMatchObject({
      exitCode: 2,
      text: expect.stringContaining('holds no backup key'),
    })
    expect(await tablesIn(target)).toEqual([])
  })

  test('is refused when it was cut short or changed, and nothing is written', async () => {
    const target = await place.emptyDatabase()
    const whole = await readFile(file)
    const damaged = join(place.folder, 'damaged.backup')
    const changed = Buffer.from(whole)
    changed[whole.length >> 1]! ^= 1
    for (const bytes of [whole.subarray(0, whole.length - 1), whole.subarray(0, whole.length >> 1), changed]) {
      await writeFile(damaged, bytes)
      expect(await place.restore(target, damaged, '--key', key)).toEqual({
        exitCode: 1,
        text: expect.stringContaining('The backup cannot be used'),
      })
      expect(await place.backup('verify', damaged, '--key', key)).toMatchObject({ exitCode: 1 })
    }
    expect(await tablesIn(target)).toEqual([])
    expect(await place.backup('verify', file, '--key', key)).toMatchObject({ exitCode: 0 })
  })

  test('is not restored over data', async () => {
    const target = await place.emptyDatabase()
    expect(await place.restore(target, file, '--key', key)).toMatchObject({ exitCode: 0 })
    expect(await place.restore(target, file, '--key', key)).toEqual({
      exitCode: 1,
      text: expect.stringContaining('Nothing was restored: the database has data already'),
    })
  })

  test('is not restored where the master keys are missing', async () => {
    const target = await place.emptyDatabase()
    const masterKeys = join(place.keyFolder, 'master-keys.json')
    await rename(masterKeys, `${masterKeys}.away`)
    try {
      expect(await place.restore(target, file, '--key', key)).toEqual({
        exitCode: 1,
        text: expect.stringContaining('Restore the key folder first'),
      })
    } finally {
      await rename(`${masterKeys}.away`, masterKeys)
    }
    expect(await tablesIn(target)).toEqual([])
  })

  test('replaces no file', async () => {
    expect(await place.backup('--out', file)).toMatchObject({
      exitCode: 2,
      text: expect.stringContaining('exists already'),
    })
    expect(await place.backup('key')).toMatchObject({ exitCode: 2, text: expect.stringContaining('exists already') })
  })

  test('of a ledger that was changed is not restored', async () => {
    const url = place.environment['VISITKIT_DATABASE_URL'] ?? ''
    const change = async (because: string): Promise<void> => {
      const database = await openDatabase({ url, notice: () => undefined })
      await sql`update audit.access_rows set purpose = ${because} where id = (select access_ids[1] from audit.link_groups order by first_sequence limit 1)`.execute(
        database.owner(),
      )
      await database.close()
    }
    const [target, forged] = [await place.emptyDatabase(), join(place.folder, 'forged.backup')]
    await change('FORGED')
    expect(await place.backup('--out', forged)).toMatchObject({ exitCode: 0 })
    expect(await place.restore(target, forged, '--key', key)).toEqual({
      exitCode: 1,
      text: expect.stringContaining('its audit ledger is not whole (row_changed at row 1)'),
    })
    expect(await tablesIn(target), 'as it was found').toEqual([])
  })
})
