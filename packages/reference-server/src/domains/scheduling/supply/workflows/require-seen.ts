import { appointmentsAffected } from '../model/supply-problems.ts'

/** Refuses a change that strands more appointments than the caller has seen in a preview. */
export const requireSeen = (count: number, seen = 0): void => {
  if (count > seen) throw appointmentsAffected(count)
}
