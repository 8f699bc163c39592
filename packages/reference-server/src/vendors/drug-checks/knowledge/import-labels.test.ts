import { mkdir, readdir, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { codeSetPath } from '../../../platform/code-sets/code-set-files.ts'
import { importLabelIndex } from './import-label-index.ts'
import { importLabels } from './import-labels.ts'
import { findLabel } from './find-label.ts'
import { label, labelFile, newFolder, setIds, write } from './knowledge-files.testing.ts'
import { loadDrugKnowledge } from './load-drug-knowledge.ts'
import { openLabelStore } from './label-store.ts'
import { scanJsonMembers } from './scan-json-members.ts'

let folder: string
beforeEach(async () => {
  folder = await newFolder()
})
afterEach(() => rm(folder, { recursive: true }))

const [first, second] = setIds
const sets = () => join(folder, 'sets')
const to = () => codeSetPath(sets(), 'drug-labels', '2026-11-20')
const parts = () => join(folder, 'labels')
const put = (...contents: readonly string[]) =>
  write(
    parts(),
    Object.fromEntries(
      contents.map((text, index) => [`drug-label-000${index + 1}-of-000${contents.length}.json`, text]),
    ),
  )
const run = async (effectiveFrom = '2026-11-20') =>
  importLabels({ from: parts(), to: to(), effectiveFrom, source: 'openFDA fixture' })
const store = () => openLabelStore(to())

describe('the labels of a release of openFDA', () => {
  it('are found by drug: prescription before others, then the latest', async () => {
    await put(
      labelFile([
        label(first, ['308191', '9000041']),
        label('aaaaaaaa-0000-4000-8000-000000000009', ['308191'], {
          effective_time: '20261001',
          openfda: { rxcui: ['308191'], product_type: ['HUMAN OTC DRUG'] },
        }),
      ]),
      labelFile([
        label(second, ['308191'], { effective_time: '20260930' }),
        label(second, [], { drug_interactions: [] }),
      ]),
    )
    expect(await run()).toEqual({ taken: 2, labels: 2 })
    const labels = await store()
    expect(await labels.find('308191')).toMatchObject({ setId: second, effectiveDate: '2026-09-30', name: 'Sample' })
    expect(await labels.find('9000041')).toMatchObject({
      setId: first,
      sections: [
        { section: 'boxed-warning', text: 'WARNING: SAMPLE. This label is fictional.', isCut: false },
        { section: 'drug-interactions', text: '7 DRUG INTERACTIONS Sample text of 1: "quoted" \\ {not a brace' },
      ],
    })
    expect(await labels.find('5')).toBeNull()
  })

  it('have the drugs of DailyMed’s index if they name none, and are known to be outdated by it', async () => {
    await write(folder, {
      'rxnorm_mappings.txt': `SETID|SPL_VERSION|RXCUI|RXSTRING|RXTTY\n${first}|4|314076|x|SCD\n${second}|3|309114|x|SCD\n`,
    })
    const index = codeSetPath(sets(), 'label-index', '2026-11-19')
    const origin = { effectiveFrom: '2026-11-19', source: 'DailyMed fixture' }
    await importLabelIndex({ from: join(folder, 'rxnorm_mappings.txt'), to: index, ...origin })
    await put(labelFile([label(first, []), label(second, [])]))
    await run()
    const loaded = await loadDrugKnowledge(sets(), new Date('2026-11-21T00:00:00Z'))
    const find = findLabel(await store(), loaded.index)
    expect(await find('314076')).toMatchObject({
      isLatest: false,
      url: `https://dailymed.nlm.nih.gov/dailymed/drugInfo.cfm?setid=${first}`,
      source: { covers: 'labels', name: 'openFDA fixture', release: '2026-11-20', isDemonstration: false },
    })
    expect(await find('309114')).toMatchObject({ isLatest: true })
  })

  it('are the same in each import, and what is no section or hides text is left out', async () => {
    await put(labelFile([label(first, ['1'], { pregnancy: ['a\u202Eb\u0000\r\nc'], other: [{ deep: [1] }] })]))
    await run()
    const before = await Promise.all([readFile(to(), 'utf8'), readdir(sets())])
    await run()
    expect(await Promise.all([readFile(to(), 'utf8'), readdir(sets())])).toEqual(before)
    expect((await (await store()).find('1'))?.sections.at(-1)?.text).toBe('a b \nc')
  })

  it('say that a long section is cut', async () => {
    await put(labelFile([label(first, ['1'], { contraindications: ['x'.repeat(30_000)] })]))
    await run()
    const section = (await (await store()).find('1'))?.sections.find((each) => each.section === 'contraindications')
    expect([section?.text.length, section?.isCut]).toEqual([20_000, true])
  })

  it('go on where an import was interrupted: a file that was read is not read again', async () => {
    await put(labelFile([label(first, ['1'])]), labelFile([label(second, ['2'])]).slice(0, -20))
    await expect(run()).rejects.toThrow('drug-label-0002-of-0002.json')
    const work = join(sets(), '.drug-labels-2026-11-20.work')
    const { mtimeMs, size } = await stat(join(parts(), 'drug-label-0001-of-0002.json'))
    // Other content of the same size and time is not noticed, which shows that the file is not read.
    const path = join(parts(), 'drug-label-0001-of-0002.json')
    await writeFile(path, 'x'.repeat(size))
    await utimes(path, mtimeMs / 1000, mtimeMs / 1000)
    await writeFile(join(parts(), 'drug-label-0002-of-0002.json'), labelFile([label(second, ['2'])]))
    expect(await readdir(work)).toContain('part-0001.json')
    await expect(run()).resolves.toEqual({ taken: 2, labels: 2 })
    expect(await (await store()).find('1')).toMatchObject({ setId: first })
    expect(await readdir(sets())).not.toContain('.drug-labels-2026-11-20.work')
  })

  it('stay those of the earlier release until a new one is complete', async () => {
    await put(labelFile([label(first, ['1'])]))
    await run()
    const before = await store()
    await put(labelFile([label(second, ['1'])]).slice(0, -5))
    await expect(run()).rejects.toThrow('ends too early')
    expect(await (await store()).find('1')).toMatchObject({ setId: first })
    await put(labelFile([label(second, ['1'])]))
    await run()
    // A server that runs goes on with its own release.
    expect(await before.find('1')).toMatchObject({ setId: first })
    expect(await (await store()).find('1')).toMatchObject({ setId: second })
  })

  const good = labelFile([label(first, ['1'])])
  it.each([
    [
      'files of two releases',
      [good, labelFile([label(second, ['2'])], '2026-10-20')],
      'meta.last_updated',
      'one release',
    ],
    [
      'a release of a later day',
      [labelFile([label(first, ['1'])], '2026-12-24')],
      'meta.last_updated',
      'effective-from',
    ],
    ['no day of the release', [labelFile([label(first, ['1'])], 'soon')], 'meta.last_updated', 'day of its release'],
    ['no id', [labelFile([label('x', ['1'])])], 'set_id', 'as it was published'],
    [
      'no day of the label',
      [labelFile([label(first, ['1'], { effective_time: 2026 })])],
      'effective_time',
      'published',
    ],
    ['no version', [labelFile([label(first, ['1'], { version: 'new' })])], 'version', 'as it was published'],
    ['no drugs', [labelFile([label(first, [])])], 'openfda.rxcui', 'RxNorm code'],
    ['another file', ['[1, 2]'], null, 'published'],
    ['an archive', ['PK\u0003\u0004 results'], null, 'unpack'],
  ])('are refused for %s', async (_, contents, field, remedy) => {
    await put(...contents)
    const refusal = expect(run()).rejects
    await refusal.toMatchObject({ faults: [{ field }], message: expect.stringContaining(remedy) })
    await expect(stat(to())).rejects.toThrow('ENOENT')
  })

  it('are refused if a file is missing, or files of two downloads are mixed', async () => {
    await mkdir(parts())
    await expect(run()).rejects.toThrow('unpacked files')
    await put(good, good)
    await rm(join(parts(), 'drug-label-0002-of-0002.json'))
    await expect(run()).rejects.toThrow('1 of 2 files')
    await write(parts(), { 'drug-label-0001-of-0003.json': good })
    await expect(run()).rejects.toThrow('two releases')
  })

  it('do not start a server if their content is shorter than the index says', async () => {
    await put(good)
    await run()
    const content = (await readdir(sets())).find((name) => name.endsWith('.ndjson')) ?? ''
    await writeFile(join(sets(), content), '{')
    await expect(store()).rejects.toThrow('shorter')
  })
})

describe('a scan of a JSON file', () => {
  async function* chunksOf(text: string, sizes: readonly number[]): AsyncGenerator<string> {
    for (let at = 0, turn = 0; at < text.length; turn += 1) {
      const size = sizes[turn % sizes.length] ?? 1
      yield text.slice(at, at + size)
      at += size
    }
  }
  const scan = async (text: string, sizes: readonly number[]) => {
    const found: unknown[] = []
    for await (const { name, text: member } of scanJsonMembers(chunksOf(text, sizes), 'results'))
      found.push([name, JSON.parse(member)])
    return found
  }

  it('finds each element as it was written, however the file is divided', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.dictionary(fc.string(), fc.jsonValue())),
        fc.dictionary(fc.string(), fc.jsonValue()),
        fc.boolean(),
        fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1 }),
        async (results, meta, isIndented, sizes) => {
          const text = JSON.stringify(
            { title: 'x "results": [', count: 1, meta, results, end: null },
            null,
            isIndented ? 2 : 0,
          )
          expect(await scan(text, sizes)).toEqual([
            ['meta', JSON.parse(JSON.stringify(meta))],
            ...results.map((each) => ['results', JSON.parse(JSON.stringify(each))]),
          ])
        },
      ),
    )
  })

  it('fails if the file ends anywhere before its end', async () => {
    const text = labelFile([label(first, ['1']), label(second, ['2'])])
    await fc.assert(
      fc.asyncProperty(fc.nat(text.length - 1), async (end) => {
        await expect(scan(text.slice(0, end), [7])).rejects.toThrow('ends too early')
      }),
    )
  })

  it('keeps no more than one element', async () => {
    const members = scanJsonMembers(chunksOf(`{"results":[{"a":"${'x'.repeat(200)}"}]}`, [50]), 'results', 100)
    await expect(members.next()).rejects.toThrow('published')
  })
})
