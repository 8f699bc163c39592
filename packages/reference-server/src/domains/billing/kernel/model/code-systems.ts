/**
 * Codes are recognized by their format, because a licensed code must be recognized before it is stored. HCPCS level I is CPT: five digits,
 * or four and F, T, U or M. Level II begins with a letter and is public, except for the dental D codes.
 */
export const isCptShaped = (code: string): boolean => /^\d{4}[0-9FTUM]$/.test(code)

/** CDT: the dental codes, which HCPCS level II contains by license only. */
export const isCdtShaped = (code: string): boolean => /^D\d{4}$/.test(code)
