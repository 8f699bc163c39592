import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { operations } from '@visitkit/contract/operations'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { shapeFaults } from './domain-shape.ts'

describe('the domains of the server', () => {
  it('have the shape of the design, and a file for each operation', () => {
    const source = join(import.meta.dirname, '../packages/reference-server/src')
    expect(
      shapeFaults({ source, operationIds: Object.keys(operations), withoutFile: ['streamLive', 'readTogether'] }),
    ).toEqual([])
  })
})

describe('a domain', () => {
  let source: string
  beforeEach(async () => {
    source = await mkdtemp(join(tmpdir(), 'visitkit-shape-'))
    await plant('domains/garden/index.ts')
    await plant('domains/garden/README.md')
    await plant('domains/garden/model/bed.ts')
    await plant('domains/garden/operations/water-bed.ts', "operation()('waterBed', {})")
    await plant('domains/garden/tests/beds.test.ts')
    await plant('domains/farm/field/operations/plow-field.ts', "operation<Ports>()('plowField', {})")
    await plant('domains/farm/index.ts')
  })
  afterEach(() => rm(source, { recursive: true, force: true }))

  const plant = async (path: string, text = ''): Promise<void> => {
    await mkdir(dirname(join(source, path)), { recursive: true })
    await writeFile(join(source, path), text)
  }
  const faults = () =>
    shapeFaults({ source, operationIds: ['waterBed', 'plowField', 'streamRain'], withoutFile: ['streamRain'] })

  it('with folders or with parts is accepted', () => {
    expect(faults()).toEqual([])
  })

  it.each([
    ['a file at the root', 'domains/garden/dig.ts', 'domains/garden/dig.ts lies loose.'],
    ['a test at the root', 'domains/garden/beds.test.ts', 'domains/garden/beds.test.ts lies loose.'],
    ['an unknown folder', 'domains/garden/helpers/dig.ts', 'domains/garden/model is a room of a domain in parts.'],
    ['a folder next to parts', 'domains/farm/store/fields.ts', 'domains/farm/store is a room of a domain in parts.'],
    ['a file at the root of a part', 'domains/farm/field/dig.ts', 'domains/farm/field/dig.ts is no room.'],
    ['a part within a part', 'domains/farm/field/corner/dig.ts', 'domains/farm/field/corner is no room.'],
    [
      'a helper among operations',
      'domains/garden/operations/answer-of-bed.ts',
      'domains/garden/operations/answer-of-bed.ts is named like no operation of the contract.',
    ],
    [
      'a second file of an operation',
      'domains/garden/operations/plow-field.ts',
      'domains/garden/operations/plow-field.ts is the second file of plowField.',
    ],
  ])('with %s is reported with the fault', async (_, path, sentence) => {
    await plant(path)
    expect(faults().join('\n')).toContain(sentence)
  })

  it('with a file that declares another operation is reported', async () => {
    await plant('domains/garden/operations/water-bed.ts', "operation()('waterTree', {})")
    expect(faults()).toEqual(['domains/garden/operations/water-bed.ts does not declare waterBed.'])
  })

  it('that lacks an operation of the contract is reported with the file to create', async () => {
    await rm(join(source, 'domains/farm/field/operations/plow-field.ts'))
    expect(faults()).toEqual(['plowField has no file. Give it operations/plow-field.ts in its domain.'])
  })
})
