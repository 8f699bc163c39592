import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { answered } from '../test-kit/answered.ts'
import { auditExport } from './audit-export.ts'
import { auditRemove } from './audit-remove.ts'
import { prepareBackupPlace, type BackupPlace } from './backup/tests/backup-place.testing.ts'

let place: BackupPlace
beforeAll(async () => {
  place = await prepareBackupPlace('postgres')
})
afterAll(() => place.remove())

test('accesses are kept for as many years as an organization chose, if these are more than the law asks for', async () => {
  const database = place.environment['VISITKIT_DATABASE_URL'] ?? ''
  const ledger = join(place.folder, 'ledger.ndjson')
  expect(await auditExport(['--database', database, '--out', ledger])).toBeGreaterThan(0)
  const given = [
    ...['--database', database, '--through', '1', '--ledger', ledger],
    ...['--checkpoints', join(place.folder, 'data', 'checkpoints.ndjson')],
    ...['--key', join(place.keyFolder, 'audit-signing-key.pub.pem')],
  ]
  const removeIn = (years: number) => {
    const now = new Date()
    now.setUTCFullYear(now.getUTCFullYear() + years)
    return auditRemove(given, now)
  }
  const kept = { exitCode: 1, text: expect.stringContaining('is retained until') }
  expect(await removeIn(5)).toMatchObject(kept)
  const hospital = await place.reopen()
  const officer = await hospital.as('privacy-officer')
  await answered(officer.put('/v1/retention-schedule', { medical: 10, financial: 10, accesses: 8, version: 0 }), 200)
  await hospital.stop()
  expect(await removeIn(7)).toMatchObject(kept)
  expect(await removeIn(9)).toMatchObject({ exitCode: 0, text: expect.stringContaining('rows removed') })
})
