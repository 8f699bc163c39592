import type { components } from '@visitkit/contract'
import {
  controlledSubstance,
  favoriteNameMissing,
  favoriteNameTaken,
  tooManyFavorites,
  quantityImplausible,
  unknownMedication,
  versionConflict,
} from '../../problems.ts'
import { validateAmounts } from '../../prescribing/model/validate-amounts.ts'
import type { ControlledRefusal } from '../../kernel/model/controlled-substance.ts'
import type { Medication } from '../../kernel/model/medication-pack.ts'
import type { PrescribingPolicy } from '../../kernel/model/prescribing-policy.ts'

type FavoriteSchema = components['schemas']['CreateFavorite']

/** More than a person can find by name. Each one is decrypted whenever they are listed. */
export const maxFavorites = 100

/** A prescription template of one practitioner. Encrypted as a whole, because its free text may name a person. */
export interface Favorite {
  readonly id: string
  readonly version: number
  readonly content: Omit<FavoriteSchema, 'rxcui'> & {
    /** The medication when it was written: shown if it has left the set. */
    readonly medication: Medication
  }
}

/** A medication with its current entry in the set and the current rules. */
export interface MedicationToday {
  /** Null if it is not in the set. */
  readonly medication: Medication | null
  readonly controlled: ControlledRefusal | null
}

/** The favorite to store, with the current state of its medication. */
export interface FavoriteWriting extends MedicationToday {
  readonly written: FavoriteSchema
  readonly policy: Pick<PrescribingPolicy, 'quantity'>
}

/**
 * A new favorite in addition to `others`, which are all that the practitioner has. Throws `too_many_favorites`, `favorite_name_taken`, or the
 * reason why it could not be prescribed.
 */
export const newFavorite = (id: string, writing: FavoriteWriting, others: readonly Favorite[]): Favorite => {
  if (others.length >= maxFavorites) throw tooManyFavorites(maxFavorites)
  return { id, version: 1, content: contentOf(writing, null, others) }
}

/** Rewrites or renames a favorite. Its existing medication is not refused: one that has left the set can still be renamed. */
export const rewrittenFavorite = (
  before: Favorite,
  version: number,
  writing: FavoriteWriting,
  others: readonly Favorite[],
): Favorite => {
  if (before.version !== version) throw versionConflict()
  return { ...before, version: version + 1, content: contentOf(writing, before.content.medication, others) }
}

const contentOf = (
  { written: { rxcui, name, ...written }, medication: today, controlled, policy }: FavoriteWriting,
  had: Medication | null,
  others: readonly Favorite[],
): Favorite['content'] => {
  const stays = had?.rxcui === rxcui
  const medication = today ?? (stays ? had : null)
  if (medication === null) throw unknownMedication()
  if (controlled !== null && !stays) throw controlledSubstance(controlled)
  const faults = validateAmounts(written, medication, policy)
  if (faults.length > 0) throw quantityImplausible(faults)
  const shown = name.trim()
  if (shown === '') throw favoriteNameMissing()
  if (others.some(({ content }) => comparableName(content.name) === comparableName(shown))) throw favoriteNameTaken()
  return { ...written, name: shown, medication }
}

/** Names that differ only in case or spaces count as equal. */
const comparableName = (name: string): string => name.normalize('NFKC').toLowerCase().replaceAll(/\s+/g, ' ').trim()

/**
 * By name, `5 mg` before `10 mg`. Not by use, because an entry that moves is hard to find; the most used medications are listed separately.
 */
export const byName = (favorites: readonly Favorite[]): Favorite[] =>
  favorites.toSorted((a, b) => collator.compare(a.content.name, b.content.name) || (a.id < b.id ? -1 : 1))

const collator = new Intl.Collator('en', { numeric: true, sensitivity: 'base' })
