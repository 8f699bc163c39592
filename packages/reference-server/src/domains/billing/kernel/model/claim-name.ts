import type { PersonName } from './claim.ts'

/** Splits a name for a claim. A single name becomes the last name. */
export const claimName = ({ given, family }: { readonly given: string; readonly family: string }): PersonName => {
  const [last, first] = family.trim() === '' ? [given.trim(), ''] : [family.trim(), given.trim()]
  return { last, first: first === '' ? null : first, middle: null, suffix: null }
}

const title = /^(?:dr|prof|mr|mrs|ms|mx)\.?\s+/i

/**
 * Splits a practitioner's display name, which is all the directory has: titles before it and degrees after a comma are dropped, and its
 * last word is the last name.
 */
export const claimNameOfPractitioner = (displayName: string): PersonName => {
  const bare = (displayName.split(',')[0] ?? '').trim().replace(title, '').replace(title, '').trim()
  const words = bare.split(/\s+/)
  return claimName({ given: words.slice(0, -1).join(' '), family: words.at(-1) ?? '' })
}
