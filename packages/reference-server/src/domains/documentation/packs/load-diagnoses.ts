import { readFile } from 'node:fs/promises'
import { withEffectiveTo } from '../../../platform/code-sets/with-effective-to.ts'
import type { CodeSetFile } from '../../../platform/code-sets/code-set-files.ts'
import { diagnosisCatalog, type DatedDiagnosis, type DiagnosisCatalog } from '../model/diagnosis-catalog.ts'
import type { SynonymSet } from '../model/diagnosis-synonyms.ts'

const packs = new URL('../../../../packs/diagnoses/', import.meta.url)

export interface DiagnosisPack {
  readonly effectiveFrom: string
  readonly effectiveTo: string | null
  readonly source: string
  /** Wording by code. */
  readonly codes: Readonly<Record<string, string>>
}

export interface SynonymPack extends SynonymSet {
  readonly source: string
}

/**
 * The imported releases, each in effect until the next begins: a code that a new release leaves out is no longer valid. The subset in the
 * product applies before the first of them. Imported synonyms come before those of the product, which always apply. Both lists are ordered
 * by first day.
 */
export const loadDiagnoses = async (
  imported: readonly CodeSetFile[] = [],
  importedSynonyms: readonly CodeSetFile[] = [],
): Promise<DiagnosisCatalog> => {
  const common = await readPack<DiagnosisPack>(new URL('icd-10-cm-common.json', packs), 'codes')
  const own = await Promise.all(imported.map(({ path }) => readPack<DiagnosisPack>(path, 'codes')))
  const until = own[0]?.effectiveFrom ?? common.effectiveTo
  const shippedSynonyms = await readPack<SynonymPack>(new URL('synonyms.json', packs), 'terms')
  const ownSynonyms = await Promise.all(importedSynonyms.map(({ path }) => readPack<SynonymPack>(path, 'terms')))
  return diagnosisCatalog([{ ...common, effectiveTo: until }, ...withEffectiveTo(own)].flatMap(datedCodes), [
    ...withEffectiveTo(ownSynonyms),
    shippedSynonyms,
  ])
}

const readPack = async <Pack extends { readonly effectiveFrom: string }>(
  file: string | URL,
  content: keyof Pack & string,
): Promise<Pack> => {
  const pack = JSON.parse(await readFile(file, 'utf8')) as Pack
  const isFilled = Object.keys(pack[content] ?? {}).length > 0
  if (!/^\d{4}-\d{2}-\d{2}$/.test(pack.effectiveFrom) || !isFilled)
    throw new Error(`${String(file)} is no set of ${content}: import it again.`)
  return pack
}

const datedCodes = ({ codes, effectiveFrom, effectiveTo }: DiagnosisPack): DatedDiagnosis[] =>
  Object.entries(codes).map(([code, display]) => ({ code, display, effectiveFrom, effectiveTo }))
