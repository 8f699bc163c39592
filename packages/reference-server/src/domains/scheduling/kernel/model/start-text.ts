import { instant } from './instant.ts'
import { sliceMs } from './slice.ts'

/** The texts of starts, by slice from the epoch. Searches of all organizations write the same moments, each many times. */
const texts = new Map<number, string>()
/** A year and four months of slices. */
const mostTexts = 140_000

/** `instant`, of a start. */
export const startText = (start: number): string => {
  const slice = start / sliceMs
  if (!Number.isInteger(slice)) return instant(start)
  const known = texts.get(slice)
  if (known !== undefined) return known
  const text = instant(start)
  if (texts.size >= mostTexts) texts.clear()
  texts.set(slice, text)
  return text
}
