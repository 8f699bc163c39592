import { e164 } from '../../../platform/identifiers/phone-number.ts'

/** A telephone number as carriers accept it. A number without a country code is North American. Null if the number cannot be dialed. */
export const dialable = (phone: string): string | null => e164(phone, 'US')
