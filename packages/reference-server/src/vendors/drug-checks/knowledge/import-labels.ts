import { createHash } from 'node:crypto'
import { mkdir, open, readdir, readFile, rename, rm } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { codeSetFiles, writeCodeSet } from '../../../platform/code-sets/code-set-files.ts'
import { ImportRefused } from '../../../platform/code-sets/import-refused.ts'
import { extractLabels, extractPath, type LabelExtract, type LabelPlace } from './extract-labels.ts'
import type { ImportKnowledge } from './import-ingredients.ts'
import type { LabelIndex, LabelSet } from './ingredient-set.ts'

const what = 'The labels of openFDA'
const refused = (file: string, field: string | null, remedy: string): ImportRefused =>
  new ImportRefused(what, [{ file, line: null, field, remedy }])

/**
 * The labels of openFDA. `from` is the folder with all unpacked files of one release, `drug-label-0001-of-0013.json` and so on. For each
 * drug one label is chosen: that of a prescription drug before others, then the latest. A label without drugs of its own gets those of the
 * imported index of DailyMed.
 *
 * Each file is read once, also if the import is interrupted and repeated. The earlier release stays until the new one is complete. Throws
 * ImportRefused.
 */
export const importLabels = async ({
  from,
  to,
  effectiveFrom,
  source,
}: ImportKnowledge): Promise<{ readonly taken: number; readonly labels: number }> => {
  const files = await partsOf(from)
  const folder = dirname(to)
  const work = join(folder, `.${basename(to, '.json')}.work`)
  await mkdir(work, { recursive: true })
  const extracts: LabelExtract[] = []
  for (const [index, file] of files.entries()) {
    const extract = await extractLabels(join(from, file), extractPath(work, index + 1))
    const [first = extract] = extracts
    if (extract.updated !== first.updated)
      throw refused(
        file,
        'meta.last_updated',
        `This file is of ${extract.updated}, and the first one of ${first.updated}: download all files of one release.`,
      )
    if (extract.updated > effectiveFrom)
      throw refused(
        file,
        'meta.last_updated',
        `The release is of ${extract.updated}: give --effective-from with that day or a later one.`,
      )
    extracts.push(extract)
  }
  const { labels, chosen } = chooseLabels(extracts, await drugsOfLabels(folder))
  if (labels.size === 0) throw refused(basename(from), 'openfda.rxcui', 'No label names a drug by its RxNorm code.')
  const before = await contentOf(to)
  const written = await writeLabels(chosen, work, folder, basename(to, '.json'))
  const set: LabelSet = { effectiveFrom, source, license, ...written, labels: Object.fromEntries(labels) }
  await writeCodeSet(to, set)
  await removeOthers(folder, basename(to, '.json'), [written.content, before])
  await rm(work, { recursive: true })
  return { taken: labels.size, labels: chosen.length }
}

const partName = /^drug-label-([0-9]{4})-of-([0-9]{4})\.json$/

/** All files of the release, in order. */
const partsOf = async (folder: string): Promise<readonly string[]> => {
  const files = (await readdir(folder)).filter((name) => partName.test(name)).toSorted()
  const counts = new Set(files.map((name) => partName.exec(name)?.[2]))
  const [count] = counts
  if (count === undefined)
    throw refused(
      basename(folder),
      null,
      'Give the folder with the unpacked files, drug-label-0001-of-….json and so on.',
    )
  if (counts.size > 1)
    throw refused(basename(folder), null, 'There are files of two releases: keep those of one of them.')
  if (files.length !== Number(count))
    throw refused(
      basename(folder),
      null,
      `There are ${files.length} of ${Number(count)} files: download the missing ones.`,
    )
  return files
}

/** By set id: drugs that the latest imported index of DailyMed names. */
const drugsOfLabels = async (folder: string): Promise<ReadonlyMap<string, readonly string[]>> => {
  const latest = (await codeSetFiles(folder, 'label-index')).at(-1)
  const drugs = new Map<string, string[]>()
  if (latest === undefined) return drugs
  const { labels } = JSON.parse(await readFile(latest.path, 'utf8')) as LabelIndex
  for (const [rxcui, setIds] of Object.entries(labels))
    for (const setId of setIds) drugs.set(setId, [...(drugs.get(setId) ?? []), rxcui])
  return drugs
}

interface PlacedLabel extends LabelPlace {
  readonly part: number
}

const chooseLabels = (
  extracts: readonly LabelExtract[],
  drugs: ReadonlyMap<string, readonly string[]>,
): { readonly labels: ReadonlyMap<string, string>; readonly chosen: readonly PlacedLabel[] } => {
  const best = new Map<string, PlacedLabel>()
  for (const [index, { labels }] of extracts.entries())
    for (const place of labels)
      for (const rxcui of new Set(place.rxcuis.length > 0 ? place.rxcuis : drugs.get(place.setId))) {
        const label = { ...place, part: index + 1 }
        const before = best.get(rxcui)
        if (before === undefined || rankOf(label) > rankOf(before)) best.set(rxcui, label)
      }
  const sorted = [...best].toSorted(([a], [b]) => (a < b ? -1 : 1))
  const chosen = new Map(sorted.map(([, label]) => [label.setId, label]))
  return {
    labels: new Map(sorted.map(([rxcui, { setId }]) => [rxcui, setId])),
    chosen: [...chosen.values()].toSorted((a, b) => (a.setId < b.setId ? -1 : 1)),
  }
}

/** Compared as text. The version and the id make the choice the same in each import. */
const rankOf = ({ isPrescription, effectiveDate, version, setId }: LabelPlace): string =>
  [isPrescription ? 1 : 0, effectiveDate, String(version).padStart(6, '0'), setId].join(' ')

/** Copies the chosen labels into one file, named by its content, so that the file of an earlier import stays readable next to it. */
const writeLabels = async (
  chosen: readonly PlacedLabel[],
  work: string,
  folder: string,
  name: string,
): Promise<Pick<LabelSet, 'content' | 'places'>> => {
  const places: Record<string, readonly [number, number]> = {}
  const digest = createHash('sha256')
  const temporary = join(work, 'chosen.ndjson')
  const target = await open(temporary, 'w')
  const parts = new Map<number, Awaited<ReturnType<typeof open>>>()
  let offset = 0
  try {
    for (const { part, setId, offset: at, length } of chosen) {
      const extract = parts.get(part) ?? (await open(`${extractPath(work, part)}.ndjson`, 'r'))
      parts.set(part, extract)
      const bytes = Buffer.alloc(length)
      const { bytesRead } = await extract.read(bytes, 0, length, at)
      if (bytesRead !== length) throw refused(`part-${part}`, null, `Remove ${work}, and import again.`)
      await target.write(bytes)
      digest.update(bytes)
      places[setId] = [offset, length]
      offset += length
    }
    await target.sync()
  } finally {
    await Promise.all([target, ...parts.values()].map((file) => file.close()))
  }
  const content = `${name}.${digest.digest('hex').slice(0, 12)}.ndjson`
  await rename(temporary, join(folder, content))
  return { content, places }
}

const contentOf = async (path: string): Promise<string> => {
  const text = await readFile(path, 'utf8').catch(() => null)
  return text === null ? '' : (JSON.parse(text) as LabelSet).content
}

/** Contents of earlier imports of the same day. The last one stays: a server that runs reads it until it is restarted. */
const removeOthers = async (folder: string, name: string, kept: readonly string[]): Promise<void> => {
  const others = (await readdir(folder)).filter(
    (each) => each.startsWith(`${name}.`) && each.endsWith('.ndjson') && !kept.includes(each),
  )
  await Promise.all(others.map((each) => rm(join(folder, each))))
}

const license =
  'openFDA publishes labels that companies submitted to the FDA, mostly in the public domain (CC0). Do not rely on openFDA to make decisions regarding medical care: assume that all results are unvalidated.'
