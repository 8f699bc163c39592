import type { PersonName, PersonNames } from './person-name.ts'
import { isLatin, transliterate } from './transliterate.ts'

export const isLatinName = ({ given, family, middle = [] }: PersonName): boolean =>
  isLatin([given, ...middle, family].join(' '))

/**
 * The name for a partner that carries Latin letters only: the official name if it is written in them, else the name that the person uses
 * in them, else the official name transliterated. The names of the person do not change.
 */
export const nameInLatin = ({ name, otherNames = [] }: PersonNames): PersonName => {
  if (isLatinName(name)) return name
  const usual = otherNames.find((other) => other.use === 'usual' && isLatinName(other))
  if (usual !== undefined) {
    const { use: _use, ...asUsed } = usual
    return asUsed
  }
  const { given, family, middle, suffix } = name
  return {
    given: transliterate(given),
    family: transliterate(family),
    ...(middle && { middle: middle.map(transliterate) }),
    ...(suffix !== undefined && { suffix: transliterate(suffix) }),
  }
}

/** Whether `nameInLatin` is a transliteration that no one has confirmed. */
export const isTransliterated = ({ name, otherNames = [] }: PersonNames): boolean =>
  !isLatinName(name) && !otherNames.some((other) => other.use === 'usual' && isLatinName(other))
