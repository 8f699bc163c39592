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
    members = [newId(), newId(), newId()]
    for (const [index, id] of members.entries())
      await database.transact({ domain: 'directory', organizationId: place.record.organizationId }, (tx) =>
        sql`insert into directory.members (organization_id, id, display_name, roles, status, version)
          values (${place.record.organizationId}, ${id}, 'Officer Sample', ${index < 2 ? '{privacy-officer}' : '{administrator}'}, 'active', 1)`.execute(
          tx,
        ),
      )
    await database.close()
    expect(await place.backup('--out', older)).toMatchObject({ exitCode: 0 })
  })
  afterAll(() => place.remove())

  const erase = (
    more: Record<string, string> = {},
    { now = new Date().toISOString(), environment = {} }: { now?: string; environment?: Record<string, string> } = {},
  ) => {
    const options = {
      organization: place.record.organizationId,
      patient: erased,
      'requested-by': members[0] ?? '',
      'approved-by': members[1] ?? '',
      basis: 'organization-request',
      out: join(place.folder, 'certificate.json'),
      ...more,
    }
    const args = Object.entries(options).flatMap(([name, value]) => [`--${name}`, value])
    return patientsCommand(['erase', ...args], { ...place.environment, ...environment }, () => new Date(now))
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
    expect(await erase({ 'approved-by': members[2] ?? '' })).toEqual({
      exitCode: 1,
      text: 'Nothing was erased: the member who approves has to be a privacy officer.',
    })
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
    await writeFile(certificate, text.replace('organization-request', 'record-in-error'))
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

  test('waits, with the basis retention-ended, until the time of the record is over', async () => {
    const last = place.patients[2]?.id ?? ''
    const ended = (now: string) =>
      erase({ patient: last, basis: 'retention-ended', out: join(place.folder, 'ended.json') }, { now })
    const refusal = (text: string) => ({ exitCode: 1, text: expect.stringContaining(text) })
    expect(await ended('2036-11-25T15:00:00Z')).toEqual(
      refusal('the record has to be kept until 2036-11-25, or longer'),
    )
    // Nothing says yet that the patient is not a child.
    expect(await ended('2036-11-26T15:00:00Z')).toEqual(refusal('no server has read yet when the patient comes of age'))
    const hospital = await place.reopen()
    hospital.clock.set('2036-11-26T15:00:00Z')
    await hospital.runJob('compliance.find-due-records')
    await hospital.stop()
    expect(await ended('2036-11-26T15:00:00Z')).toMatchObject({ exitCode: 0 })
    expect((await statusesIn())[2]).toBe(410)
  })

  test('takes no legal hold once it began, and can be repeated when it could not be done', async () => {
    const [, patient = ''] = place.patients.map(({ id }) => id)
    const out = join(place.folder, 'repeated.json')
    const isFolder = { VISITKIT_ERASURE_FILE: place.folder }
    expect(await erase({ patient, out: join(place.folder, 'failed.json') }, { environment: isFolder })).toMatchObject({
      exitCode: 2,
    })
    expect((await statusesIn())[1]).toBe(200)
    const hospital = await place.reopen()
    const officer = await hospital.as('privacy-officer', { personId: members[0] ?? '' })
    const hold = await officer.post('/v1/legal-holds', { patientId: patient, reason: 'other', text: 'It is needed.' })
    await hospital.stop()
    expect([hold.status, hold.body.code]).toEqual([409, 'erasure_approved'])
    expect(await erase({ patient, out })).toMatchObject({ exitCode: 0 })
    expect((await statusesIn())[1]).toBe(410)
  })
})
