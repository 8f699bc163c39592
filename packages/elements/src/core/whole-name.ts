import type { Patient } from '@visitkit/sdk'

/** All parts of a name, in their order. */
export const wholeName = ({ given, middle = [], family, suffix = '' }: Patient['name']): string =>
  [given, ...middle, family, suffix].filter((part) => part !== '').join(' ')
