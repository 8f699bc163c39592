import type { PersonName } from '../../../platform/names/person-name.ts'
import type { OrderedPatient } from '../provider.ts'
import type { FieldText } from './segment.ts'

/** Family, given, further given names, suffix: the start of XPN and of XCN after its number. */
export const nameParts = ({ given, middle = [], family, suffix = '' }: PersonName): readonly string[] =>
  family === '' ? [given, '', middle.join(' '), suffix] : [family, given, middle.join(' '), suffix]

/** XAD, a home address. */
export const addressField = (address: OrderedPatient['address']): FieldText =>
  address === undefined
    ? ''
    : [address.line1, address.line2 ?? '', address.city, address.state, address.postalCode ?? '', 'USA', 'H']

/** XTN, as the person wrote it. */
export const phoneField = (phone: string | undefined): FieldText =>
  phone === undefined ? '' : ['', 'PRN', 'PH', '', '', '', '', '', '', '', '', phone]

/** HL7 table 0001. */
export const sexField = (sex: OrderedPatient['sex']): string => sexes[sex ?? 'unknown']
const sexes = { female: 'F', male: 'M', other: 'O', unknown: 'U' } as const
