import { execFile, spawnSync } from 'node:child_process'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { leafHash, linkHash, type HashedRow } from '../platform/audit/chain.ts'
import type { LinkedRow } from '../platform/audit/verify-ledger.ts'
import {
  createTestPlatform,
  testCaller,
  testRow,
  type TestPlatform,
} from '../platform/tests/create-platform.testing.ts'
import { identityMigrations } from '../platform/identity/migrations.ts'
import { auditExport } from './audit-export.ts'
import { auditVerify } from './audit-verify.ts'

let kit: TestPlatform
let files: { ledger: string; checkpoints: string; key: string }
beforeAll(async () => {
  kit = await createTestPlatform('postgres', identityMigrations)
  const caller = testCaller()
  // Every third row has what rows have had since origins are recorded: both verifiers know both kinds.
  const more = {
    origin: 'abcdef',
    originDetails: 'token-1 AAA',
    query: 'GET /v1/visits?status=live',
    consents: 'c1 c2',
  }
  for (let index = 0; index < 25; index += 1)
    await kit.platform.ledger.append([testRow(caller, `patient-${index}`, index % 3 === 0 ? more : {})])
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
  expect(stdout).toMatch(
    /^Whole: 25 rows, 1 signed checkpoints, 0 rows not signed yet\.\nHead, to note: 25:[0-9a-f]{64}\n$/,
  )
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

test('exits with 3 when nothing, or less than the newest row, is signed', async () => {
  const nothing = join(kit.folder, 'no-checkpoints.ndjson')
  await writeFile(nothing, '')
  const unsigned = { exitCode: 3, text: expect.stringContaining('can be removed or replaced without trace') }
  expect(await auditVerify(['--ledger', files.ledger, '--checkpoints', nothing, '--key', files.key])).toEqual(unsigned)
  expect(await auditVerify(['--ledger', files.ledger, '--key', files.key])).toEqual(unsigned)
  const one = await longer()
  expect(await verify(one)).toMatchObject({ exitCode: 3, text: expect.stringContaining('1 rows not signed yet') })
})

test('expects a head that was noted earlier, also when everything after it was removed with its checkpoints', async () => {
  const { text } = await verify(files.ledger)
  const head = /25:[0-9a-f]{64}/.exec(text)?.[0] ?? ''
  const expecting = (ledger: string, noted: string) =>
    auditVerify(['--ledger', ledger, '--key', files.key, '--expect-head', noted])
  expect(await expecting(files.ledger, head)).toMatchObject({ exitCode: 3 })
  const cut = await changed('cut-head.ndjson', (lines) => (lines.length = 20))
  expect(await expecting(cut, head)).toMatchObject({ exitCode: 1, text: expect.stringContaining('row 21') })
  const other = head.replace(/.$/, (last) => (last === '0' ? '1' : '0'))
  expect(await expecting(files.ledger, other)).toMatchObject({ exitCode: 1, text: expect.stringContaining('row 25') })
  expect(await expecting(files.ledger, 'head')).toMatchObject({ exitCode: 2 })
})

/** With one row more, chained as the server does, which no checkpoint covers. */
const longer = (): Promise<string> =>
  changed('longer.ndjson', (lines) => {
    const last = JSON.parse(lines.at(-1) ?? '') as LinkedRow
    const row = { ...last.row, patientId: 'patient-25' } as HashedRow
    const leaf = leafHash(row)
    const hash = linkHash(26n, Buffer.from(last.hash, 'hex'), leaf).toString('hex')
    lines.push(JSON.stringify({ ...last, sequence: 26, leaf: leaf.toString('hex'), hash, row }))
  })

/** Python is on Debian and macOS. Where it is not, the second verifier cannot be run. */
const hasPython = spawnSync('python3', ['--version']).status === 0

describe.skipIf(!hasPython)('the second verifier, in Python', () => {
  const program = join(import.meta.dirname, '../../verifier/verify_ledger.py')
  const python = (ledger: string, checkpoints = files.checkpoints, ...more: string[]) => {
    const { status, stdout } = spawnSync('python3', [program, ledger, checkpoints, files.key, ...more], {
      encoding: 'utf8',
    })
    return { exitCode: status, text: stdout }
  }

  test('agrees with the first one about an intact ledger, its head, and what is not signed', async () => {
    const { text } = await verify(files.ledger)
    const head = /25:[0-9a-f]{64}/.exec(text)?.[0] ?? ''
    const whole = `25 rows, 1 checkpoints, 0 rows not signed. Head: ${head}\n`
    expect(python(files.ledger)).toEqual({ exitCode: 0, text: whole })
    expect(python(files.ledger, files.checkpoints, head)).toEqual({ exitCode: 0, text: whole })
    expect(python(files.ledger, files.checkpoints, `24:${head.slice(3)}`)).toMatchObject({ exitCode: 1 })
    expect(python(await longer())).toMatchObject({ exitCode: 3 })
    const nothing = join(kit.folder, 'nothing.ndjson')
    await writeFile(nothing, '')
    expect(python(files.ledger, nothing)).toMatchObject({ exitCode: 3 })
  })

  test.each([
    ['changed', 7, (lines: string[]) => (lines[6] = lines[6]!.replace('patient-6', 'patient-7'))],
    ['removed', 12, (lines: string[]) => lines.splice(11, 1)],
    ['inserted', 4, (lines: string[]) => lines.splice(3, 0, lines[8]!)],
    ['repeated', 6, (lines: string[]) => lines.splice(5, 0, lines[4]!)],
    ['swapped', 9, (lines: string[]) => ([lines[8], lines[9]] = [lines[9]!, lines[8]!])],
    ['cut off', 21, (lines: string[]) => (lines.length = 20)],
    [
      'given a member outside the hash',
      3,
      (lines: string[]) => (lines[2] = lines[2]!.replace('"row":{', '"row":{"x":1,')),
    ],
    ['given a member twice', null, (lines: string[]) => (lines[2] = lines[2]!.replace('"row":{', '"row":{"id":"x",'))],
  ])('a row that was %s is found by both', async (how, row, change) => {
    const path = await changed(`${how}.ndjson`, (lines) => void change(lines))
    const [one, other] = [await verify(path), python(path)]
    expect(one.exitCode).toBe(1)
    expect(other.exitCode).toBe(1)
    if (row !== null) for (const { text } of [one, other]) expect(text).toMatch(new RegExp(`rows? (from )?${row}\\b`))
  })

  test.each([
    [
      'another signature',
      (line: string) =>
        line.replace(/"signature":"./, (text) => text.replace(/.$/, (last) => (last === 'A' ? 'B' : 'A'))),
    ],
    ['another time', (line: string) => line.replace(/"at":"2/, '"at":"3')],
    ['a member that is not signed', (line: string) => line.replace('{', '{"note":"x",')],
    ['a member twice', (line: string) => line.replace('{', '{"number":1,')],
  ])('a checkpoint with %s is refused by both', async (how, change) => {
    const path = join(kit.folder, `${how}.checkpoints.ndjson`)
    await writeFile(path, `${change((await readFile(files.checkpoints, 'utf8')).trimEnd())}\n`)
    expect((await auditVerify(['--ledger', files.ledger, '--checkpoints', path, '--key', files.key])).exitCode).toBe(1)
    expect(python(files.ledger, path).exitCode).toBe(1)
  })
})
