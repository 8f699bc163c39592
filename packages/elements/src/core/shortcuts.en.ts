import type { Messages } from './message-types.ts'

export const shortcutsEn = {
  heading: 'Keys on this page',
  list: 'Show this list',
  leave: 'Leave a field, so that the keys work',
  use: 'Use single keys',
  close: 'Close',
} as const satisfies Messages
