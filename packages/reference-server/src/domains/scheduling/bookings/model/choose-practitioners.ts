/**
 * The order in which practitioners who are free at the same time are tried: the least booked of that day first. Ties rotate with `turn`, so
 * that concurrent requests do not all compete for the same practitioner.
 */
export const choosePractitioners = (
  free: readonly { readonly id: string; readonly load: number }[],
  turn: number,
): string[] => {
  const place = (index: number): number => (index + turn) % free.length
  return free
    .map(({ id, load }, index) => ({ id, load, place: place(index) }))
    .sort((a, b) => a.load - b.load || a.place - b.place)
    .map(({ id }) => id)
}
