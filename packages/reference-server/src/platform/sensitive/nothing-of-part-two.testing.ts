import type { PartTwoGate } from './part-two-gate.ts'

/** For the tests of one domain: no visit is about substance use. Tests of the whole server have some. */
export const nothingOfPartTwo: PartTwoGate = {
  ask: async () => ({ outcome: 'unprotected' }),
  hasRecords: async () => false,
  isProtected: async () => false,
  visitBehind: async () => null,
  counselingNotes: async () => null,
}
