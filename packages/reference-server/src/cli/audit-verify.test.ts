import { execFile } from 'node:child_process'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  createTestPlatform,
  testCaller,
  testRow,
  type TestPlatform,
} from '../platform/tests/create-platform.testing.ts'
import { auditExport } from './audit-export.ts'
import { auditVerify } from './audit-verify.ts'

let kit: TestPlatform
let files: { ledger: string; checkpoints: string; key: string }
beforeAll(async () => {
  kit = await createTestPlatform('postgres', [])
  const caller = testCaller()
  for (let index = 0; index < 25; index += 1) await kit.platform.ledger.append([testRow(caller, `patient-${index}`)])
  await kit.platform.checkpointer.checkpointNow()
  files = {
    ledger: join(kit.folder, 'ledger.ndjson'),
    checkpoints: join(kit.folder, 'checkpoints.ndjson'),
    key: join(kit.folder, 'keys', 'audit-signing-key.pub.pem'),
  }
  expect(await auditExport(['--database', kit.databaseUrl, '--out', files.ledger])).toBe(25)
})
afterAll(() => kit.stop())

const verify = (ledger: string) =>
  auditVerify(['--ledger', ledger, '--checkpoints', files.checkpoints, '--key', files.key])
const changed = async (name: string, change: (lines: string[]) => void): Promise<string> => {
  const lines = (await readFile(files.ledger, 'utf8')).trimEnd().split('\n')
  change(lines)
  const path = join(kit.folder, name)
  await writeFile(path, `${lines.join('\n')}\n`)
  return path
}

test('verifies an intact ledger as a separate program, without database or server', async () => {
  const command = join(import.meta.dirname, 'audit-verify.ts')
  const { stdout } = await promisify(execFile)(process.execPath, [
    command,
    '--ledger',
    files.ledger,
    '--checkpoints',
    files.checkpoints,
    '--key',
    files.key,
  ])
  expect(stdout).toBe('Whole: 25 rows, 1 signed checkpoints, 0 rows not signed yet.\n')
})

test('names the first bad row and exits with 1', async () => {
  const flipped = await changed('flipped.ndjson', (lines) => (lines[6] = lines[6]!.replace('patient-6', 'patient-7')))
  expect(await verify(flipped)).toEqual({
    exitCode: 1,
    text: 'NOT WHOLE: row 7 was changed after it was linked.\nRows found good before it: 6.',
  })
  const deleted = await changed('deleted.ndjson', (lines) => void lines.splice(11, 1))
  expect((await verify(deleted)).text).toContain('row 12 is missing')
  const cut = await changed('cut.ndjson', (lines) => (lines.length = 20))
  expect((await verify(cut)).text).toContain('rows from 21 on were signed and are gone')
})

test('reads the ledger directly from the database', async () => {
  const url = kit.databaseUrl
  expect(await auditVerify(['--database', url, '--checkpoints', files.checkpoints, '--key', files.key])).toMatchObject({
    exitCode: 0,
  })
  const { text } = await auditVerify(['--database', url, '--key', files.key])
  expect(text).toContain('Give --checkpoints')
})

test('prints its usage when an argument is missing', async () => {
  expect(await auditVerify([])).toMatchObject({ exitCode: 2, text: expect.stringContaining('--ledger <file>') })
  expect(await auditVerify(['--ledger', '/nowhere', '--key', files.key])).toMatchObject({ exitCode: 2 })
})
