import type { FaultyProperty } from '../../../platform/problems/problem.ts'
import type { ContactChosen } from './patient.ts'

/** Faults of a choice that is valid by its schema: `only` needs to where, and `from` and `to` of the hours are not the same. */
export const validateContactChoice = ({
  calls,
  callPhone,
  callHours,
  letters,
  letterAddress,
}: ContactChosen): FaultyProperty[] => [
  ...(calls === 'only' && callPhone === undefined
    ? [{ pointer: '/callPhone', code: 'required', message: 'Must be the only number that is called.' }]
    : []),
  ...(letters === 'only' && letterAddress === undefined
    ? [{ pointer: '/letterAddress', code: 'required', message: 'Must be the only address to which letters are sent.' }]
    : []),
  ...(callHours !== undefined && callHours.from >= callHours.to
    ? [{ pointer: '/callHours/to', code: 'out_of_range', message: 'Must be later than `from`.' }]
    : []),
]

/** Only what its rules use is kept: a number that is not called any more is not kept. */
export const contactChosen = (given: ContactChosen): ContactChosen => {
  const { calls, callPhone, leaveMessage, callHours, letters, letterAddress, addressAs } = given
  return {
    calls,
    ...(calls === 'only' && callPhone !== undefined && { callPhone }),
    ...(calls === 'only' && { leaveMessage: leaveMessage ?? false }),
    ...(calls === 'only' && callHours !== undefined && { callHours }),
    letters,
    ...(letters === 'only' && letterAddress !== undefined && { letterAddress }),
    ...(addressAs !== undefined && { addressAs }),
  }
}
