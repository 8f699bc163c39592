import type { BillingProvider, ClaimGender, InsuredPerson, NamedProvider, PersonName, PostalAddress } from './claim.ts'
import type { FieldWriter } from './x12/field-writer.ts'
import { segment, type Segment } from './x12/segment.ts'

/** Names, addresses and identifiers of people and organizations, for 837P and 270. */

const npi = { min: 10, max: 10, pattern: /^\d{10}$/ }
export const taxonomyShape = { min: 10, max: 10, pattern: /^[0-9]{3}[A-Z0-9]{6}X$/ }
const state = { min: 2, max: 2, pattern: /^[A-Z]{2}$/ }

/** NM1 of a person; `identifier` are NM108 and NM109. */
export const personSegment = (
  entity: string,
  name: PersonName,
  identifier: readonly [string, string],
  pointer: string,
  fields: FieldWriter,
): Segment =>
  segment(
    'NM1',
    entity,
    '1',
    fields.text(name.last, `${pointer}/last`, { max: 60 }),
    fields.optional(name.first, `${pointer}/first`, { max: 35 }),
    fields.optional(name.middle, `${pointer}/middle`, { max: 25 }),
    '',
    fields.optional(name.suffix, `${pointer}/suffix`, { max: 10 }),
    ...identifier,
  )

export const npiOf = (value: string, pointer: string, fields: FieldWriter): readonly [string, string] => [
  'XX',
  fields.text(value, pointer, npi),
]

export const providerSegment = (
  entity: string,
  provider: NamedProvider,
  pointer: string,
  fields: FieldWriter,
): Segment =>
  personSegment(entity, provider.name, npiOf(provider.npi, `${pointer}/npi`, fields), `${pointer}/name`, fields)

export const addressSegments = (
  address: PostalAddress,
  pointer: string,
  fields: FieldWriter,
  postalCode: RegExp = /^(\d{5}|\d{9})$/,
): readonly Segment[] => [
  segment(
    'N3',
    fields.text(address.line1, `${pointer}/line1`, { max: 55 }),
    fields.optional(address.line2, `${pointer}/line2`, { max: 55 }),
  ),
  segment(
    'N4',
    fields.text(address.city, `${pointer}/city`, { min: 2, max: 30 }),
    fields.text(address.state, `${pointer}/state`, state),
    fields.text(address.postalCode.replace('-', ''), `${pointer}/postalCode`, { max: 9, pattern: postalCode }),
  ),
]

const genders = { female: 'F', male: 'M' } as const

/** DMG. 837P has `U` for an unknown gender, 270 has no code for it. */
export const birthSegment = (
  { birthDay, gender }: { readonly birthDay: string; readonly gender: ClaimGender },
  pointer: string,
  fields: FieldWriter,
  unknown: 'U' | '' = 'U',
): Segment =>
  segment('DMG', 'D8', fields.day(birthDay, `${pointer}/birthDay`), gender === 'unknown' ? unknown : genders[gender])

export const insuredSegments = (person: InsuredPerson, pointer: string, fields: FieldWriter): readonly Segment[] => [
  ...addressSegments(person.address, `${pointer}/address`, fields),
  birthSegment(person, pointer, fields),
]

/** 2000A PRV and 2010AA. The address needs a nine-digit postal code and a street: X222A1 allows no post office box here. */
export const billingProviderSegments = (
  provider: BillingProvider,
  pointer: string,
  fields: FieldWriter,
): readonly Segment[] => {
  if (postOfficeBox.test(`${provider.address.line1} ${provider.address.line2 ?? ''}`))
    fields.fault(`${pointer}/address/line1`, 'malformed')
  return [
    segment('PRV', 'BI', 'PXC', fields.text(provider.taxonomy, `${pointer}/taxonomy`, taxonomyShape)),
    segment(
      'NM1',
      '85',
      '2',
      fields.text(provider.organizationName, `${pointer}/organizationName`, { max: 60 }),
      '',
      '',
      '',
      '',
      ...npiOf(provider.npi, `${pointer}/npi`, fields),
    ),
    ...addressSegments(provider.address, `${pointer}/address`, fields, /^\d{9}$/),
    segment(
      'REF',
      provider.taxId.kind === 'ein' ? 'EI' : 'SY',
      fields.text(provider.taxId.number.replaceAll('-', ''), `${pointer}/taxId/number`, { max: 9, pattern: /^\d{9}$/ }),
    ),
  ]
}

const postOfficeBox = /\bP\.?\s*O\.?\s*BOX\b|\bLOCK\s*BOX\b|\bPOST OFFICE BOX\b/i
