import type { PersonName } from './person-name.ts'
import { suffixAtEnd, withoutSuffix } from './suffix.ts'

const title = /^(?:dr|prof|mr|mrs|ms|mx)\.?\s+/i

/** Words that begin a family name (de la Cruz, van der Berg). */
const particles: ReadonlySet<string> = new Set(
  'al ap ben bin bint da de dei del della den der di do dos du el ibn la las le los mac san santa st ter van vom von zu'.split(
    ' ',
  ),
)

/**
 * The parts of a display name, for a practitioner whose name is not recorded in parts. Titles before it and degrees after a comma are left
 * out; the last word is the family name, with the particles before it.
 */
export const splitDisplayName = (displayName: string): PersonName => {
  const [whole = '', ...rest] = displayName.split(',')
  const bare = whole.trim().replace(title, '').replace(title, '').trim()
  const suffix =
    suffixAtEnd(bare) === ''
      ? rest.map((part) => part.trim()).find((part) => suffixAtEnd(`x ${part}`) !== '')
      : bare.split(/\s+/).at(-1)
  const words = withoutSuffix(bare).split(/\s+/)
  let first = words.length - 1
  while (first > 1 && particles.has((words[first - 1] ?? '').toLowerCase())) first--
  return {
    given: words.slice(0, first).join(' '),
    family: words.slice(first).join(' '),
    ...(suffix !== undefined && { suffix }),
  }
}
