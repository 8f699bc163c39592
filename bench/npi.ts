/** Practitioners of one organization, at most. */
const perOrganization = 100_000

/** An unassigned National Provider Identifier: the tenth digit is the check digit (45 CFR 162.406: Luhn with the prefix 80840). */
export const npiOf = (organization: number, index: number): string => {
  const digits = `1${String(organization * perOrganization + index).padStart(8, '0')}`
  const sum = Array.from(digits, Number)
    .reverse()
    .reduce((total, digit, place) => {
      const value = digit * (place % 2 === 0 ? 2 : 1)
      return total + (value > 9 ? value - 9 : value)
    }, 24)
  return `${digits}${(10 - (sum % 10)) % 10}`
}

/** The number of the organization whose practitioner has it. */
export const organizationOfNpi = (npi: string): number => Math.floor(Number(npi.slice(1, 9)) / perOrganization)
