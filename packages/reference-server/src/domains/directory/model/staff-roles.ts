import type { components } from '@visitkit/contract'

export type Role = components['schemas']['Role']

/** The roles that a member may have. Patients, proxies and services have theirs by what they are. */
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

/** What `after` no longer grants, in the order of `before`. */
export const lostRoles = (before: readonly Role[], after: readonly Role[]): Role[] =>
  before.filter((role) => !after.includes(role))
