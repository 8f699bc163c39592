import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { addMember } from '../../../domains/directory/index.ts'
import { platformEngines } from '../../../platform/database/tests/platform-engines.testing.ts'
import { answered } from '../../../test-kit/answered.ts'
import type { TestHospital } from '../../../test-kit/test-hospital.ts'
import { prepareBackupPlace, type BackupPlace } from '../../backup/tests/backup-place.testing.ts'
import { patientsCommand } from '../erase-patient.ts'

describe.each(platformEngines)('a record that is erased when its time is over, on %s', (engine) => {
  let place: BackupPlace
  let older: string
  let members: readonly string[]
  let ids: readonly string[]
  beforeAll(async () => {
    place = await prepareBackupPlace(engine)
    ids = place.patients.map(({ id }) => id)
    older = join(place.folder, 'older.backup')
    await place.backup('key')
    members = await inHospital((hospital) =>
      Promise.all(
        ['Robin Officersample', 'Sam Secondsample'].map(async (displayName) => {
          const member = await hospital.keep('directory', (context) =>
            addMember(context, { displayName, roles: ['privacy-officer'] }),
          )
          return member.id
        }),
      ),
    )
    expect(await place.backup('--out', older)).toMatchObject({ exitCode: 0 })
  })
  afterAll(() => place.remove())

  const inHospital = async <T>(run: (hospital: TestHospital) => Promise<T>, databaseUrl?: string): Promise<T> => {
    const hospital = await place.reopen(databaseUrl)
    try {
      return await run(hospital)
    } finally {
      await hospital.stop()
    }
  }
  const statusesIn = (databaseUrl?: string): Promise<readonly number[]> =>
    inHospital(async (hospital) => {
      const desk = await hospital.as('front-desk')
      return Promise.all(ids.map(async (id) => (await desk.get(`/v1/patients/${id}`)).status))
    }, databaseUrl)
  const byCommand = (patient: string, out: string) => {
    const options = {
      ...{ organization: place.record.organizationId, patient, basis: 'organization-request' },
      ...{ 'requested-by': members[0] ?? '', 'approved-by': members[1] ?? '', out: join(place.folder, out) },
    }
    return patientsCommand(
      ['erase', ...Object.entries(options).flatMap(([name, value]) => [`--${name}`, value])],
      place.environment,
    )
  }

  test('a hold blocks the command too, until it is released; a restored backup erases again, and the certificate verifies', async () => {
    const officerOf = (hospital: TestHospital) => hospital.as('privacy-officer', { personId: members[0] ?? '' })
    const held = await inHospital(async (hospital) =>
      answered(
        (await officerOf(hospital)).post('/v1/legal-holds', {
          ...{ patientId: ids[1], reason: 'investigation', text: 'The state asks for it.' },
        }),
        201,
      ),
    )
    expect(await byCommand(ids[1] ?? '', 'held.json')).toEqual({
      exitCode: 1,
      text: expect.stringContaining('a legal hold is in force'),
    })
    expect(await statusesIn()).toEqual([200, 200, 200])

    const certificate = await inHospital(async (hospital) => {
      hospital.clock.set('2036-11-26T15:00:00Z')
      await hospital.runJob('compliance.find-due-records')
      const officer = await officerOf(hospital)
      await answered(officer.post('/v1/record-erasures', { patientId: ids[0], basis: 'retention-ended' }), 201)
      await hospital.runJob('compliance.erase-records')
      await answered(officer.post(`/v1/legal-holds/${held.id}/release`, { reason: 'It is over.', version: 1 }), 200)
      const { items } = await answered(officer.get('/v1/record-erasures'), 200)
      return items[0].certificate as { text: string; signature: string }
    })
    expect(await statusesIn()).toEqual([410, 200, 200])
    const file = join(place.folder, 'shown.json')
    await writeFile(
      file,
      JSON.stringify({ certificate: JSON.parse(certificate.text), signature: certificate.signature }),
    )
    expect(await patientsCommand(['verify-erasure', file], place.environment)).toMatchObject({ exitCode: 0 })
    expect(await byCommand(ids[1] ?? '', 'released.json')).toMatchObject({ exitCode: 0 })

    const list = (await readFile(join(place.folder, 'data', 'erased-keys.ndjson'), 'utf8')).trim().split('\n')
    expect(list.map((line) => JSON.parse(line).subject)).toEqual([ids[0], ids[1]])
    const target = await place.emptyDatabase()
    const restored = await place.restore(target, older)
    expect(restored.text).toContain('2 patients were erased after the backup and are erased again; the list has 2.')
    expect(await statusesIn(target)).toEqual([410, 410, 200])
  })
})
