/** What a text in the search field can mean. A text can mean several of these. */
export interface ClaimQuery {
  /** The start of a claim's number, in capitals. */
  readonly number: string | null
  readonly cents: number | null
  /** Possible family names: the whole text, its last word, and what is before a comma. */
  readonly families: readonly string[]
}

const amount = /^\$?(\d{1,7})(?:[.,](\d{2}))?$/
const claimNumber = /^[A-Za-z0-9-]{3,40}$/

export const readClaimQuery = (text: string): ClaimQuery => {
  const trimmed = text.trim()
  const [, dollars, cents = '00'] = amount.exec(trimmed) ?? []
  // `Duarte, Ana` and `Ana Duarte`.
  const [beforeComma = '', ...afterComma] = trimmed.split(',').map((part) => part.trim())
  const family = afterComma.length > 0 ? beforeComma : (trimmed.split(/\s+/).at(-1) ?? trimmed)
  const families = /\p{Letter}/u.test(trimmed) ? [...new Set([trimmed, family])] : []
  return {
    number: claimNumber.test(trimmed) ? trimmed.toUpperCase() : null,
    cents: dollars === undefined ? null : Number(dollars) * 100 + Number(cents),
    families,
  }
}
