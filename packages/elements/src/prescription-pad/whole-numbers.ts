/** Whole numbers of a prescription, from and to, as the server takes them. */
export const ranges = { often: [1, 24], days: [1, 365], daysSupply: [1, 365], refills: [0, 12] } as const

/** The whole number of what was typed; null when it is none of the range. */
export const readWhole = (text: string, [from, to]: readonly [number, number]): number | null => {
  const typed = text.trim()
  const value = Number(typed)
  return /^\d+$/.test(typed) && value >= from && value <= to ? value : null
}
