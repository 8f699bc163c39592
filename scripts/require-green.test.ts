import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import {
  exceptionOf,
  redControl,
  sampleEvidence,
  sixtyControls,
} from '../packages/reference-server/src/cli/report/evidence.testing.ts'
import { exceptionsPath, readExceptions } from '../prove/release-exceptions.ts'
import { publishRefusals } from './require-green.ts'

const repository = join(import.meta.dirname, '..')
const now = new Date('2027-03-31T12:00:00Z')
const green = { ...sampleEvidence, controls: sixtyControls }
const red = { ...sampleEvidence, controls: sixtyControls.with(23, redControl) }

describe('publishing', () => {
  it('is refused for one planted red control, and not without it', () => {
    expect(publishRefusals(green, JSON.stringify(green), now)).toEqual([])
    expect(publishRefusals(red, `${JSON.stringify(red)}\n`, now)).toEqual([
      expect.stringContaining('C24 Idle timeout is red. 1 of 1 test: failed in the last run'),
    ])
  })

  it('is refused if the package was built from other files, or has no evidence', () => {
    for (const built of [JSON.stringify(red), null])
      expect(publishRefusals(green, built, now)).toEqual([expect.stringContaining('run npm run build')])
  })

  it('runs the gate after the build and before anything is published', async () => {
    const scriptsOf = async (path: string): Promise<Readonly<Record<string, string>>> =>
      JSON.parse(await readFile(join(repository, path, 'package.json'), 'utf8')).scripts
    expect((await scriptsOf('.'))['release:publish']).toBe(
      'npm run build && node scripts/require-green.ts && changeset publish',
    )
    expect((await scriptsOf('packages/reference-server'))['prepublishOnly']).toBe('node ../../scripts/require-green.ts')
  })
})

describe('the exceptions of a release', () => {
  let root: string
  beforeEach(async () => {
    root = await mkdtemp(join(tmpdir(), 'visitkit-exceptions-'))
    await mkdir(join(root, 'prove'))
  })
  afterEach(() => rm(root, { recursive: true }))
  const read = async (entries: unknown) => {
    await writeFile(join(root, exceptionsPath), JSON.stringify(entries))
    return readExceptions(root)
  }

  it('have a control, an owner, a reason and a last day', async () => {
    expect(await read([exceptionOf('C24')])).toEqual([exceptionOf('C24')])
    expect(await readExceptions(join(root, 'nowhere'))).toEqual([])
  })

  it.each([
    ['control', { control: 'C2' }],
    ['owner', { owner: ' ' }],
    ['reason', { reason: 'Later.' }],
    ['expires', { expires: '2027-02-30' }],
    ['expires', { expires: undefined }],
    ['color', { color: 'green' }],
  ])('are refused with the entry, the member and the remedy: %s', async (member, changes) => {
    await expect(read([exceptionOf('C25'), { ...exceptionOf('C24'), ...changes }])).rejects.toThrow(
      `prove/release-exceptions.json, entry 2, ${member}: `,
    )
  })

  it('are refused twice for one control', async () => {
    await expect(read([exceptionOf('C24'), exceptionOf('C24')])).rejects.toThrow('entry 2, control: ')
  })

  it('of this repository are complete', async () => {
    expect(Array.isArray(await readExceptions(repository))).toBe(true)
  })
})
