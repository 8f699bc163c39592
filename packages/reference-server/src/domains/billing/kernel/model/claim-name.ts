import type { PersonName } from './claim.ts'

/** A name as claims part it. People with one name have it as their last. */
export const claimName = ({ given, family }: { readonly given: string; readonly family: string }): PersonName => {
  const [last, first] = family.trim() === '' ? [given.trim(), ''] : [family.trim(), given.trim()]
  return { last, first: first === '' ? null : first, middle: null, suffix: null }
}

const title = /^(?:dr|prof|mr|mrs|ms|mx)\.?\s+/i

/**
 * A practitioner's name from the one they are shown by, which is all the directory has: titles before it and degrees after a comma are no
 * part of it, and its last word is the last name.
 */
export const claimNameOfPractitioner = (displayName: string): PersonName => {
  const bare = (displayName.split(',')[0] ?? '').trim().replace(title, '').replace(title, '').trim()
  const words = bare.split(/\s+/)
  return claimName({ given: words.slice(0, -1).join(' '), family: words.at(-1) ?? '' })
}
