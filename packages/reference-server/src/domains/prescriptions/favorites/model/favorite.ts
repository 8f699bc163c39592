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

/** More than anybody finds again by its name; each is opened whenever they are shown. */
export const maxFavorites = 100

/** What one practitioner prescribes again and again. Sealed as a whole: its texts are free, and a person may name anyone there. */
export interface Favorite {
  readonly id: string
  readonly version: number
  readonly content: Omit<FavoriteSchema, 'rxcui'> & {
    /** As it was when it was written: what to show once it has left the set. */
    readonly medication: Medication
  }
}

/** A medicine as the set and the law have it today. */
export interface MedicationToday {
  /** Null when the set does not hold it. */
  readonly medication: Medication | null
  readonly controlled: ControlledRefusal | null
}

/** What is to be kept, with what was found out about it. */
export interface FavoriteWriting extends MedicationToday {
  readonly written: FavoriteSchema
  readonly policy: Pick<PrescribingPolicy, 'quantity'>
}

/**
 * A new favorite beside `others`, which are all that the practitioner has. Throws `too_many_favorites`, `favorite_name_taken`, or why
 * nothing could be prescribed with it.
 */
export const newFavorite = (id: string, writing: FavoriteWriting, others: readonly Favorite[]): Favorite => {
  if (others.length >= maxFavorites) throw tooManyFavorites(maxFavorites)
  return { id, version: 1, content: contentOf(writing, null, others) }
}

/** Written again, or named again. The medicine that it has is not refused: one that has left the set can still get another name. */
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

/** Two names that only case or spaces tell apart are one name to anyone who looks for it. */
const comparableName = (name: string): string => name.normalize('NFKC').toLowerCase().replaceAll(/\s+/g, ' ').trim()

/**
 * In the order of their names, `5 mg` before `10 mg`. Not by use: what moves up by being used is never where it was, and the medicines
 * that are used most are listed apart.
 */
export const byName = (favorites: readonly Favorite[]): Favorite[] =>
  favorites.toSorted((a, b) => collator.compare(a.content.name, b.content.name) || (a.id < b.id ? -1 : 1))

const collator = new Intl.Collator('en', { numeric: true, sensitivity: 'base' })
