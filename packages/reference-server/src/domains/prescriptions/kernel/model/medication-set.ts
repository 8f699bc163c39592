import { fitsOf } from './dose-form.ts'
import { namedIngredients } from './named-ingredients.ts'
import { medicineWords } from './medicine-words.ts'
import { validateMedicationPack, type Medication, type MedicationPack, type TermType } from './medication-pack.ts'

export interface Prescribable {
  readonly medication: Medication
  readonly termType: TermType
}

/** The medications that can be prescribed, in memory. */
export interface MedicationSet {
  find(rxcui: string): Prescribable | null
  /** Medications in which every word of `text` begins a word, or the one with this RxNorm code; best matches first. */
  search(text: string, limit: number): readonly Medication[]
  /** The ingredients that a text names, by their own names or by brands: RxNorm codes. */
  ingredientsNamed(text: string): ReadonlySet<string>
}

/** Throws on an invalid pack; the server then does not start. */
export const medicationSet = (pack: MedicationPack): MedicationSet => {
  const faults = validateMedicationPack(pack)
  if (faults.length > 0) throw new Error(`The medication pack cannot be used: ${faults.slice(0, 5).join('; ')}.`)
  const all = pack.medications
    .flatMap(({ termType, ingredients, form, schedule, ...named }): Prescribable[] => {
      const given = pack.forms[form]
      if (given === undefined) return []
      const { name, strength } = named
      const medication: Medication = {
        rxcui: named.rxcui,
        name,
        ingredients: ingredients.map((code) => ({ rxcui: code, name: pack.ingredients[code] ?? '' })),
        form,
        strength,
        route: given.route,
        ...fitsOf({ form, name, strength, quantityUnit: given.unit }),
        quantityUnit: given.unit,
        ...(schedule && { schedule }),
      }
      return [{ termType, medication }]
    })
    .toSorted((a, b) => byName.compare(a.medication.name, b.medication.name))
  const byRxcui = new Map(all.map((each) => [each.medication.rxcui, each]))
  const find = wordIndex(
    all.map(({ medication }) => [medication.name, ...medication.ingredients.map(({ name }) => name)]),
  )
  return {
    ingredientsNamed: namedIngredients(pack),
    find: (rxcui) => byRxcui.get(rxcui) ?? null,
    search: (text, limit) => {
      const exact = byRxcui.get(text.trim())
      if (exact) return [exact.medication]
      const wanted = medicineWords(text)
      if (wanted.length === 0) return []
      const first = wanted[0] ?? ''
      const found = find(wanted).flatMap((place) => all[place]?.medication ?? [])
      // In the order of the set, but names that begin with the word come before names that contain it.
      const begins = found.filter(({ name }) => name.toLowerCase().startsWith(first))
      return [...begins, ...found.filter(({ name }) => !name.toLowerCase().startsWith(first))].slice(0, limit)
    },
  }
}

/** `5 MG` before `10 MG`. */
const byName = new Intl.Collator('en', { numeric: true, sensitivity: 'base' })

/**
 * The entries that have, for each wanted word, a word that begins with it. Words are sorted, so that words with the same beginning are
 * adjacent: a search reads only those.
 */
const wordIndex = (entries: readonly (readonly string[])[]): ((wanted: readonly string[]) => readonly number[]) => {
  const places = new Map<string, Set<number>>()
  entries.forEach((texts, place) => {
    for (const word of texts.flatMap(medicineWords)) places.set(word, (places.get(word) ?? new Set()).add(place))
  })
  const words = [...places.keys()].toSorted()
  const firstFrom = (prefix: string): number => {
    let [low, high] = [0, words.length]
    while (low < high) {
      const middle = (low + high) >>> 1
      if ((words[middle] ?? '') < prefix) low = middle + 1
      else high = middle
    }
    return low
  }
  const placesOf = (prefix: string): Set<number> => {
    const found = new Set<number>()
    for (let at = firstFrom(prefix); words[at]?.startsWith(prefix); at += 1)
      for (const place of places.get(words[at] ?? '') ?? []) found.add(place)
    return found
  }
  return (wanted) => {
    const [fewest = new Set<number>(), ...rest] = wanted.map(placesOf).toSorted((a, b) => a.size - b.size)
    return [...fewest].filter((place) => rest.every((other) => other.has(place))).toSorted((a, b) => a - b)
  }
}
