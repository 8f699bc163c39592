/**
 * Codes are told apart by their shape, because what is licensed must be known before it is stored. HCPCS level I is CPT: five digits, or
 * four and F, T, U or M. Level II begins with a letter and is public, but for the D codes, which are the dentists'.
 */
export const isCptShaped = (code: string): boolean => /^\d{4}[0-9FTUM]$/.test(code)

/** CDT: the dental codes that stand in HCPCS level II by license only. */
export const isCdtShaped = (code: string): boolean => /^D\d{4}$/.test(code)
