import { stateZones } from '../../../../platform/identifiers/state-zones.ts'
import { invalidRequest } from '../../problems.ts'

/** Refuses a state that does not exist, alike in search and hold. */
export const requireState = (state: string, pointer: string): void => {
  if (!(state in stateZones))
    throw invalidRequest([
      { pointer, code: 'unknown', message: 'Must be a state or territory of the United States, such as OH.' },
    ])
}
