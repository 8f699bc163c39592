import type { Messages } from './message-types.ts'

/** What is said of a result wherever it is listed: to staff and patients alike. */
export const rangeWordsEn = {
  someNotCompared: { one: '{count} not compared', other: '{count} not compared' },
} as const satisfies Messages
