/**
 * Makes this number of something, some at a time, in order. For the setup of a race: only the race is one, and on a slow machine hundreds of
 * transactions at once wait longer for a connection than one may.
 */
export const makeInParts = async <Made>(count: number, make: () => Promise<Made>): Promise<Made[]> => {
  const made: Made[] = []
  while (made.length < count)
    made.push(...(await Promise.all(Array.from({ length: Math.min(20, count - made.length) }, make))))
  return made
}
