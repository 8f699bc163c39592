import type { Messages } from '../core/message-types.ts'

export const movePlaceEn = {
  where: 'Where',
  state: 'State where you will be',
  stateOf: 'State where {name} will be',
  stateHint: 'It decides who may do the visit.',
  chooseState: 'Choose a state',
} as const satisfies Messages
