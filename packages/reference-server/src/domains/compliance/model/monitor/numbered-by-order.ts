/**
 * Numbers in which records that follow each other are one apart, and no others: the monitor needs the order of the record numbers, and not
 * the numbers. `next`: whose record has the next number.
 */
export const numberedByOrder = (
  patientIds: readonly string[],
  next: ReadonlyMap<string, string>,
): ReadonlyMap<string, number> => {
  const following = new Set(next.values())
  const numbers = new Map<string, number>()
  let number = 0
  const numberFrom = (first: string): void => {
    for (let id: string | undefined = first; id !== undefined && !numbers.has(id); id = next.get(id))
      numbers.set(id, number++)
    // A gap: the next one does not follow.
    number++
  }
  for (const id of patientIds) if (!following.has(id)) numberFrom(id)
  return numbers
}
