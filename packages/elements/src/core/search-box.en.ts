import type { Messages } from './message-types.ts'

/** Texts of every search field. */
export const searchBoxEn = {
  searching: 'Searching',
  found: {
    one: '{count} found. Arrow keys choose, Enter takes it.',
    other: '{count} found. Arrow keys choose, Enter takes one.',
  },
  nothing: 'Nothing found. Try fewer or other words.',
  failed: 'The search did not work. Nothing was lost: type on to try again.',
} as const satisfies Messages
