import type { components } from '@visitkit/contract'

export type Role = components['schemas']['Role']

/** The roles that a member can have. Patients, proxies and services have fixed roles. */
export const staffRoles: readonly Role[] = [
  'practitioner',
  'nurse',
  'front-desk',
  'biller',
  'interpreter',
  'privacy-officer',
  'auditor',
  'administrator',
]

/** The roles of `before` that `after` does not contain, in order. */
export const lostRoles = (before: readonly Role[], after: readonly Role[]): Role[] =>
  before.filter((role) => !after.includes(role))
