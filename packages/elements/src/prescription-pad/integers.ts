/** Ranges of the whole numbers of a prescription, as on the server. */
export const ranges = {
  often: [1, 24],
  days: [1, 365],
  daysSupply: [1, 365],
  refills: [0, 12],
  maximumHours: [1, 168],
} as const

/** Parses a whole number; null when it is not in the range. */
export const readInteger = (text: string, [from, to]: readonly [number, number]): number | null => {
  const typed = text.trim()
  const value = Number(typed)
  return /^\d+$/.test(typed) && value >= from && value <= to ? value : null
}
