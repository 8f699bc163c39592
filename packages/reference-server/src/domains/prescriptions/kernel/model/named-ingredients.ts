import type { MedicationPack } from './medication-pack.ts'
import { medicineWords } from './medicine-words.ts'

/** A brand, as RxNorm writes it: `sildenafil 100 MG Oral Tablet [Viagra]`. */
const brandIn = /\[([^\]]+)\]/

/** Finds the ingredients, as RxNorm codes, that a text names by their own names or by brands of the pack. The longest name counts. */
export const namedIngredients = ({
  ingredients,
  medications,
}: Pick<MedicationPack, 'ingredients' | 'medications'>): ((text: string) => ReadonlySet<string>) => {
  const byName = new Map<string, Set<string>>()
  let longest = 0
  const add = (name: string, codes: readonly string[]): void => {
    const words = medicineWords(name)
    longest = Math.max(longest, words.length)
    const key = words.join(' ')
    const known = byName.get(key) ?? new Set()
    for (const code of codes) known.add(code)
    byName.set(key, known)
  }
  for (const [code, name] of Object.entries(ingredients)) add(name, [code])
  for (const { name, ingredients: codes } of medications) {
    const [, brand] = brandIn.exec(name) ?? []
    if (brand !== undefined) add(brand, codes)
  }
  return (text) => {
    const words = medicineWords(text)
    const found = new Set<string>()
    for (let at = 0; at < words.length; at += 1)
      for (let length = Math.min(longest, words.length - at); length > 0; length -= 1) {
        const codes = byName.get(words.slice(at, at + length).join(' '))
        if (codes === undefined) continue
        for (const code of codes) found.add(code)
        at += length - 1
        break
      }
    return found
  }
}
