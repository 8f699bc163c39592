import { createHash } from 'node:crypto'
import type { ListedMutant } from './mutant.ts'

const shuffled = (mutants: readonly ListedMutant[]): readonly ListedMutant[] => {
  const place = ({ id }: ListedMutant): string => createHash('sha256').update(id).digest('hex')
  return mutants.toSorted((a, b) => (place(a) < place(b) ? -1 : 1))
}

/**
 * A sample of `size` mutants, different at each `turn`, so that over time it covers all. Only mutants whose tests run under Node: a browser
 * or a whole server takes too long for a check of every change.
 */
export const pickSample = (mutants: readonly ListedMutant[], size: number, turn: number): readonly ListedMutant[] => {
  const quick = shuffled(mutants.filter(({ tests }) => tests.every(({ project }) => project === 'node')))
  const count = Math.min(size, quick.length)
  return Array.from({ length: count }, (_, index) => quick[(turn * count + index) % quick.length] as ListedMutant)
}
