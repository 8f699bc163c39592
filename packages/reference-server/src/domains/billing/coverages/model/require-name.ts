import { nameFaults } from '../../../../platform/names/name-faults.ts'
import type { PersonName } from '../../../../platform/names/person-name.ts'
import { Problem } from '../../../../platform/problems/problem.ts'

/** Throws if a name is given that has neither a given nor a family name. */
export const requireName = (pointer: string, name: PersonName | null | undefined): void => {
  const errors = name ? nameFaults(pointer, name) : []
  if (errors.length > 0)
    throw new Problem(422, 'invalid_request', 'Some properties are not as they should be.', { errors })
}
