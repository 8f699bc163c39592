import { createReadStream } from 'node:fs'
import { open, readFile, rename, stat, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { ImportRefused } from '../../../platform/code-sets/import-refused.ts'
import { isObject, readLabel } from './label-record.ts'
import { JsonUnreadable, scanJsonMembers } from './scan-json-members.ts'

/** Where a label is in its extract, and what it is chosen by. */
export interface LabelPlace {
  readonly setId: string
  readonly version: number
  readonly effectiveDate: string
  readonly isPrescription: boolean
  readonly rxcuis: readonly string[]
  readonly offset: number
  readonly length: number
}

/** What was read of one file of openFDA. */
export interface LabelExtract {
  /** The path, size and time of the file, so that a changed file is read again. */
  readonly of: string
  /** The day of the release. */
  readonly updated: string
  readonly labels: readonly LabelPlace[]
}

const what = 'The labels of openFDA'

/**
 * Reads the shown sections of each label of one file into `<to>.ndjson`, and then writes `<to>.json`. A file that was read before, in an
 * import that was interrupted, is not read again. Throws ImportRefused.
 */
export const extractLabels = async (path: string, to: string): Promise<LabelExtract> => {
  const { size, mtimeMs } = await stat(path)
  const of = JSON.stringify([path, size, mtimeMs])
  const before = await readExtract(`${to}.json`)
  if (before?.of === of) return before
  const file = basename(path)
  const refused = (line: number | null, field: string | null, remedy: string): ImportRefused =>
    new ImportRefused(what, [{ file, line, field, remedy }])
  const labels: LabelPlace[] = []
  let [offset, updated] = [0, '']
  const content = await open(`${to}.ndjson`, 'w')
  try {
    const chunks = createReadStream(path, { encoding: 'utf8' }) as AsyncIterable<string>
    for await (const { name, text, line } of scanJsonMembers(chunks, 'results')) {
      if (name !== 'results' && name !== 'meta') continue
      const value = parse(text)
      if (value === undefined) throw refused(line, name, 'This is not JSON: download and unpack the file again.')
      if (name === 'meta') {
        updated = isObject(value) ? String(value['last_updated']) : ''
        continue
      }
      const read = readLabel(value)
      if (read === null) continue
      if ('field' in read)
        throw refused(line, read.field, 'A label of openFDA has this field: take the file as it was published.')
      const { label, rxcuis } = read
      const bytes = Buffer.from(`${JSON.stringify(label)}\n`)
      await content.write(bytes)
      const { setId, version, effectiveDate, isPrescription } = label
      labels.push({ setId, version, effectiveDate, isPrescription, rxcuis, offset, length: bytes.length })
      offset += bytes.length
    }
    await content.sync()
  } catch (error) {
    if (error instanceof JsonUnreadable) throw refused(error.line, null, error.message)
    throw error
  } finally {
    await content.close()
  }
  if (!/^\d{4}-\d{2}-\d{2}$/.test(updated))
    throw refused(
      null,
      'meta.last_updated',
      'A file of openFDA begins with the day of its release: take it as it was published.',
    )
  const extract: LabelExtract = { of, updated, labels }
  await writeFile(`${to}.json.tmp`, JSON.stringify(extract))
  await rename(`${to}.json.tmp`, `${to}.json`)
  return extract
}

export const extractPath = (folder: string, part: number): string =>
  join(folder, `part-${String(part).padStart(4, '0')}`)

const readExtract = async (path: string): Promise<LabelExtract | null> => {
  const text = await readFile(path, 'utf8').catch(() => null)
  return text === null ? null : ((parse(text) as LabelExtract | undefined) ?? null)
}

const parse = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
