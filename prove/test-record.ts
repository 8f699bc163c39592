import { mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

export type TestState = 'passed' | 'failed' | 'skipped'

/** The last run of each test file of a project. Written by `npm test` (scripts/record-tests.ts). */
export interface TestRecord {
  readonly runs: Readonly<Record<string, RecordedRun>>
  /** By the path of the file. */
  readonly files: Readonly<Record<string, RecordedFile>>
}

export interface RecordedRun {
  readonly project: string
  readonly commit: string
  readonly at: string
  readonly uncommitted: number
}

export interface RecordedFile {
  readonly run: string
  /** By the full name of each test. */
  readonly tests: Readonly<Record<string, TestState>>
}

export const recordFolder = 'test-results'

const parse = async (path: string): Promise<TestRecord> => JSON.parse(await readFile(path, 'utf8')) as TestRecord

const whenMissing =
  <A>(value: A) =>
  (error: NodeJS.ErrnoException): A => {
    if (error.code === 'ENOENT') return value
    throw error
  }

/** Of all projects together. */
export const readTestRecord = async (root: string): Promise<TestRecord> => {
  const folder = join(root, recordFolder)
  const names = (await readdir(folder).catch(whenMissing<string[]>([]))).filter((name) => name.endsWith('.json'))
  const records = await Promise.all(names.toSorted().map((name) => parse(join(folder, name))))
  return {
    runs: Object.assign({}, ...records.map(({ runs }) => runs)) as TestRecord['runs'],
    files: Object.assign({}, ...records.map(({ files }) => files)) as TestRecord['files'],
  }
}

/** Adds a run. Files that it did not run keep their earlier result, and runs without a file are dropped. */
export const addRun = async (
  root: string,
  id: string,
  run: RecordedRun,
  ran: Readonly<Record<string, RecordedFile['tests']>>,
): Promise<void> => {
  const folder = join(root, recordFolder)
  const path = join(folder, `${run.project}.json`)
  const before = await parse(path).catch(whenMissing<TestRecord>({ runs: {}, files: {} }))
  const files = {
    ...before.files,
    ...Object.fromEntries(Object.entries(ran).map(([file, tests]) => [file, { run: id, tests }])),
  }
  const used = new Set(Object.values(files).map((file) => file.run))
  const runs = Object.fromEntries(Object.entries({ ...before.runs, [id]: run }).filter(([known]) => used.has(known)))
  await mkdir(folder, { recursive: true })
  const written = `${path}.${process.pid}`
  await writeFile(written, `${JSON.stringify({ runs, files } satisfies TestRecord, null, 1)}\n`)
  await rename(written, path)
}
