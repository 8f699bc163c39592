import type { components } from '@visitkit/contract'
import type { FaultyProperty } from '../../../platform/problems/problem.ts'
import { isNpi } from '../../../platform/identifiers/is-npi.ts'
import { nameFaults } from '../../../platform/names/name-faults.ts'
import type { PersonNames } from '../../../platform/names/person-name.ts'
import { localDate } from './local-date.ts'
import { staffRoles, type Role } from './staff-roles.ts'
import { isZone } from './zone.ts'

type Schemas = components['schemas']

/** The zone in which a day begins first, so that a birth date of today is valid in every zone. */
const zoneFurthestAhead = 'Pacific/Kiritimati'

/** Faults of a request that is valid by its schema. */

export const validatePractitioner = (
  given: Partial<Pick<Schemas['Practitioner'], 'zone' | 'npi' | 'languages' | 'name' | 'otherNames'>>,
): FaultyProperty[] => [
  ...validateZone(given.zone),
  ...validateNames(given),
  ...(given.npi === undefined || isNpi(given.npi)
    ? []
    : [
        {
          pointer: '/npi',
          code: 'wrong_check_digit',
          message: 'Must be a National Provider Identifier whose check digit is right.',
        },
      ]),
  ...validateNotEmpty('/languages', given.languages),
]

export const validatePatient = (
  given: Partial<Pick<Schemas['Patient'], 'zone' | 'name' | 'otherNames' | 'birthDate'>>,
  now: Date,
): FaultyProperty[] => [
  ...validateZone(given.zone),
  ...validateNames(given),
  ...(given.birthDate !== undefined && given.birthDate > localDate(now, zoneFurthestAhead).toString()
    ? [{ pointer: '/birthDate', code: 'out_of_range', message: 'Must not be in the future.' }]
    : []),
]

export const validateMember = ({ roles }: { roles?: readonly Role[] | undefined }): FaultyProperty[] => [
  ...validateNotEmpty('/roles', roles),
  ...(roles ?? []).flatMap((role, index) =>
    staffRoles.includes(role)
      ? []
      : [
          {
            pointer: `/roles/${index}`,
            code: 'unknown_value',
            message: `A member's role is one of: ${staffRoles.join(', ')}.`,
          },
        ],
  ),
]

export const validateOrganization = (
  given: Partial<Pick<Schemas['Organization'], 'languages' | 'brand' | 'zone'>>,
): FaultyProperty[] => [
  ...validateZone(given.zone),
  ...validateNotEmpty('/languages', given.languages),
  ...(given.brand?.logoUrl === undefined || isLogoAddress(given.brand.logoUrl)
    ? []
    : [
        {
          pointer: '/brand/logoUrl',
          code: 'wrong_format',
          message: 'Must be an https address, or a path of the portal itself.',
        },
      ]),
]

/** An https address or a path of the portal. Never `javascript:` or `data:`, because the address is in every page. */
const isLogoAddress = (address: string): boolean => {
  if (address.startsWith('/')) return !/^\/[/\\]/.test(address)
  return URL.canParse(address) && new URL(address).protocol === 'https:'
}

const validateNames = ({ name, otherNames = [] }: Partial<PersonNames>): FaultyProperty[] => [
  ...(name === undefined ? [] : nameFaults('/name', name)),
  ...otherNames.flatMap((other, index) => nameFaults(`/otherNames/${index}`, other)),
]

const validateZone = (zone: string | undefined): FaultyProperty[] =>
  zone === undefined || isZone(zone)
    ? []
    : [{ pointer: '/zone', code: 'unknown_value', message: 'Must be a time zone such as America/New_York.' }]

const validateNotEmpty = (pointer: string, list: readonly unknown[] | undefined): FaultyProperty[] =>
  list?.length === 0 ? [{ pointer, code: 'too_few', message: 'Must hold at least 1.' }] : []
