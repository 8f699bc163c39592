import { basename } from 'node:path'
import { writeCodeSet } from '../../../platform/code-sets/code-set-files.ts'
import { createFaultList } from '../../../platform/code-sets/fault-list.ts'
import { ImportRefused } from '../../../platform/code-sets/import-refused.ts'
import { readFileLines } from '../../../platform/code-sets/read-lines.ts'
import type { ImportKnowledge } from './import-ingredients.ts'
import type { LabelIndex } from './ingredient-set.ts'

const what = 'The index of DailyMed'

/** The columns that are used, by the names in the first line. DailyMed has published the first one under both names. */
const columns = { setId: ['SETID', 'SPL_SETID'], version: ['SPL_VERSION'], rxcui: ['RXCUI'] } as const

/**
 * DailyMed's `rxnorm_mappings.txt`, which names the labels of each drug and their current versions. Columns are found by their names.
 * Throws ImportRefused, and then writes nothing.
 */
export const importLabelIndex = async ({
  from,
  to,
  effectiveFrom,
  source,
}: ImportKnowledge): Promise<{ readonly taken: number }> => {
  const faults = createFaultList(what)
  const file = basename(from)
  const versions = new Map<string, number>()
  const labels = new Map<string, Set<string>>()
  let places: Places | null = null
  for await (const { line, text } of readFileLines(from, what)) {
    if (places === null) {
      places = placesOf(text, file)
      continue
    }
    if (text === '') continue
    const cells = text.split('|')
    const refuse = (field: string | null, remedy: string): void => faults.add({ file, line, field, remedy })
    if (cells.length !== places.count) {
      refuse(null, `A line has ${places.count} columns: take the file as it was published, whole.`)
      continue
    }
    const [setId, version, rxcui] = [places.setId, places.version, places.rxcui].map((place) => cells[place] ?? '')
    if (!setId || !uuid.test(setId)) refuse('SETID', 'The id of a label is a UUID.')
    else if (!version || !/^[0-9]{1,6}$/.test(version)) refuse('SPL_VERSION', 'The version of a label is a number.')
    else if (!rxcui || !/^[0-9]{1,8}$/.test(rxcui)) refuse('RXCUI', 'This column holds an RxNorm code.')
    else {
      const id = setId.toLowerCase()
      versions.set(id, Math.max(versions.get(id) ?? 0, Number(version)))
      labels.set(rxcui, (labels.get(rxcui) ?? new Set()).add(id))
    }
  }
  faults.refuse()
  if (labels.size === 0)
    throw new ImportRefused(what, [{ file, line: null, field: null, remedy: 'The file has no line after its first.' }])
  const set: LabelIndex = {
    effectiveFrom,
    source,
    license:
      'DailyMed is a service of the U.S. National Library of Medicine. Labels are those that companies submitted to the FDA.',
    versions: Object.fromEntries([...versions].toSorted(byText)),
    labels: Object.fromEntries([...labels].toSorted(byText).map(([rxcui, ids]) => [rxcui, [...ids].toSorted()])),
  }
  await writeCodeSet(to, set)
  return { taken: labels.size }
}

interface Places {
  readonly setId: number
  readonly version: number
  readonly rxcui: number
  readonly count: number
}

const placesOf = (header: string, file: string): Places => {
  const names = header.split('|').map((name) => name.trim().toUpperCase())
  const placeOf = (wanted: readonly string[]): number => {
    const place = names.findIndex((name) => wanted.includes(name))
    if (place < 0)
      throw new ImportRefused(what, [
        {
          file,
          line: 1,
          field: wanted[0] ?? null,
          remedy:
            'The first line names the columns, and this one is missing: give rxnorm_mappings.txt from rxnorm_mappings.zip.',
        },
      ])
    return place
  }
  const { setId, version, rxcui } = columns
  return { setId: placeOf(setId), version: placeOf(version), rxcui: placeOf(rxcui), count: names.length }
}

const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i
const byText = ([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number => (a < b ? -1 : 1)
