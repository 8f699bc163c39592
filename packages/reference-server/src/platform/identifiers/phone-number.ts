import { isSupportedCountry, parsePhoneNumberFromString, type CountryCode } from 'libphonenumber-js/min'

/** The country whose numbers are written without a country code: a region is named by its country first, e.g. `us-east`. */
export const countryOfRegion = (region: string): CountryCode | undefined => {
  const country = (region.split('-')[0] ?? '').toUpperCase()
  return isSupportedCountry(country) ? country : undefined
}

/** In North America, area and exchange codes begin with 2 to 9. */
const northAmerican = /^[2-9]\d{2}[2-9]\d{6}$/

/**
 * A telephone number in E.164, as carriers accept it; null if it is none. Its country and length decide. Whether the number is assigned is
 * not asked: numbering plans change more often than a server is updated, and a person with a new number must not be refused.
 */
export const e164 = (text: string, country: CountryCode | undefined): string | null => {
  const number = parsePhoneNumberFromString(text, { ...(country && { defaultCountry: country }), extract: false })
  if (number === undefined || !number.isPossible()) return null
  return number.countryCallingCode === '1' && !northAmerican.test(number.nationalNumber) ? null : number.number
}
