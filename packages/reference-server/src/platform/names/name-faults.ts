import type { FaultyProperty } from '../problems/problem.ts'
import type { PersonName } from './person-name.ts'

/** A person has a given or a family name. Each part is valid by the contract. */
export const nameFaults = (pointer: string, { given, family }: PersonName): FaultyProperty[] =>
  `${given}${family}`.trim() === ''
    ? [{ pointer, code: 'required', message: 'A given or a family name is needed.' }]
    : []
