import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openDatabase } from '../../../platform/database/open/open-database.ts'
import { newId } from '../../../platform/database/ids/new-id.ts'
import { prepareBackupPlace, type BackupPlace } from '../../backup/tests/backup-place.testing.ts'
import { patientsCommand } from '../erase-patient.ts'
import { platformEngines } from '../../../platform/database/tests/platform-engines.testing.ts'

describe.each(platformEngines)('the erasure of a patient, on %s', (engine) => {
  let place: BackupPlace
  let members: readonly string[]
  let erased: string
  let older: string
  beforeAll(async () => {
    place = await prepareBackupPlace(engine)
    erased = place.patients[0]?.id ?? ''
    older = join(place.folder, 'older.backup')
    await place.backup('key')
    const database = await openDatabase({
      url: place.environment['VISITKIT_DATABASE_URL'] ?? '',
      notice: () => undefined,
    })
    members = [newId(), newId()]
    for (const id of members)
      await database.transact({ domain: 'directory', organizationId: place.record.organizationId }, (tx) =>
        sql`insert into directory.members (organization_id, id, display_name, roles, status, version)
          values (${place.record.organizationId}, ${id}, 'Officer Sample', '{privacy-officer}', 'active', 1)`.execute(
          tx,
        ),
      )
    await database.close()
    expect(await place.backup('--out', older)).toMatchObject({ exitCode: 0 })
  })
  afterAll(() => place.remove())

  const erase = (more: Record<string, string> = {}) => {
    const options = {
      organization: place.record.organizationId,
      patient: erased,
      'requested-by': members[0] ?? '',
      'approved-by': members[1] ?? '',
      basis: 'retention-ended',
      out: join(place.folder, 'certificate.json'),
      ...more,
    }
    const args = Object.entries(options).flatMap(([name, value]) => [`--${name}`, value])
    return patientsCommand(['erase', ...args], place.environment)
  }
  /** Each test can run alone. */
  const erasedOnce = async (): Promise<void> => {
    if (!(await readFile(join(place.folder, 'data', 'erased-keys.ndjson'), 'utf8').catch(() => '')))
      expect(await erase({ out: join(place.folder, 'once.json') })).toMatchObject({ exitCode: 0 })
  }
  const statusesIn = async (databaseUrl?: string): Promise<readonly number[]> => {
    const hospital = await place.reopen(databaseUrl)
    try {
      const desk = await hospital.as('front-desk')
      return await Promise.all(place.patients.map(async ({ id }) => (await desk.get(`/v1/patients/${id}`)).status))
    } finally {
      await hospital.stop()
    }
  }

  test('needs two members, a basis and a patient of the organization', async () => {
    const nobody = { exitCode: 1, text: expect.stringContaining('Nothing was erased') }
    expect(await erase({ 'approved-by': members[0] ?? '' })).toEqual(nobody)
    expect(await erase({ 'approved-by': newId() })).toEqual(nobody)
    expect(await erase({ patient: newId() })).toEqual(nobody)
    expect(await erase({ organization: newId() })).toEqual(nobody)
    expect(await erase({ basis: 'no-reason' })).toMatchObject({ exitCode: 2 })
    expect(await statusesIn()).toEqual([200, 200, 200])
  })

  test('makes the record unreadable, leaves the others, a row of the ledger and a signed certificate', async () => {
    expect(await erase()).toMatchObject({ exitCode: 0, text: expect.stringMatching(/^Erased\. 1 keys/) })
    expect(await statusesIn()).toEqual([410, 200, 200])
    expect(await erase({ out: join(place.folder, 'second.json') })).toEqual({
      exitCode: 1,
      text: expect.stringContaining('this patient was erased on'),
    })
    const database = await openDatabase({
      url: place.environment['VISITKIT_DATABASE_URL'] ?? '',
      notice: () => undefined,
    })
    const { rows } =
      await sql`select entity, patient_id, actor_id from audit.accesses where operation = 'patients.erase'`.execute(
        database.readerAcross('audit'),
      )
    await database.close()
    expect(rows).toEqual([{ entity: 'Patient', patient_id: erased, actor_id: 'command-line' }])
    const certificate = join(place.folder, 'certificate.json')
    const verified = () => patientsCommand(['verify-erasure', certificate], place.environment)
    expect(await verified()).toMatchObject({ exitCode: 0 })
    const text = await readFile(certificate, 'utf8')
    expect(text).not.toContain(place.patients[0]?.name.family)
    await writeFile(certificate, text.replace('retention-ended', 'record-in-error'))
    expect(await verified()).toMatchObject({ exitCode: 1 })
  })

  test('holds in a backup from before it: a restore erases again', async () => {
    await erasedOnce()
    const target = await place.emptyDatabase()
    const outcome = await place.restore(target, older)
    expect(outcome.text).toContain('1 patients were erased after the backup and are erased again; the list has 1.')
    expect(await statusesIn(target)).toEqual([410, 200, 200])
  })

  test('is refused a restore when its list was changed', async () => {
    await erasedOnce()
    const path = join(place.folder, 'data', 'erased-keys.ndjson')
    const list = await readFile(path, 'utf8')
    const target = await place.emptyDatabase()
    await writeFile(path, list.replace(erased, newId()))
    expect(await place.restore(target, older)).toMatchObject({
      exitCode: 2,
      text: expect.stringContaining('was changed in line 1'),
    })
    await writeFile(path, list)
  })
})
