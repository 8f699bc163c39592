/**
 * The order in which practitioners who are free at the same time are tried: the one whom the patient knows first, then the least booked.
 * Ties rotate with `turn`, so that concurrent requests do not all compete for the same practitioner.
 */
export const choosePractitioners = (
  free: readonly { readonly id: string; readonly load: number }[],
  turn: number,
  preferredId?: string,
): string[] => {
  const isOther = ({ id }: { readonly id: string }): number => (id === preferredId ? 0 : 1)
  const place = (index: number): number => (index + turn) % free.length
  return free
    .map(({ id, load }, index) => ({ id, load, place: place(index) }))
    .sort((a, b) => isOther(a) - isOther(b) || a.load - b.load || a.place - b.place)
    .map(({ id }) => id)
}
