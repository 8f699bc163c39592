import type { Role } from '@visitkit/sdk'

/** Roles of people who work for the organization. */
export const staffRoles = [
  'practitioner',
  'nurse',
  'front-desk',
  'biller',
  'interpreter',
  'privacy-officer',
  'auditor',
  'administrator',
] as const satisfies readonly Role[]
export type StaffRole = (typeof staffRoles)[number]
