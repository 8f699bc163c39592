import type { SearchPatients } from '@visitkit/sdk'

/** The server finds the start of a name from three letters on; shorter names are found whole. */
const shortestStart = 3

type Parts = Pick<SearchPatients, 'family' | 'given'>

const withMatch = (parts: Parts): SearchPatients =>
  Object.values(parts).every((part) => (part.match(/\p{L}/gu) ?? []).length >= shortestStart)
    ? { ...parts, match: 'start' }
    : parts

/**
 * What a typed name may mean, the most likely first: `Duarte`, `Duarte, Ana`, `Ana Duarte`, `de la Cruz`, `Duarte Ana`. The start of each
 * name is enough. Names in front of a comma are family names.
 */
export const searchesByName = (text: string): readonly SearchPatients[] => {
  const [family = '', given = ''] = text.split(/[,،]/).map((part) => part.trim())
  if (given !== '') return [withMatch(family === '' ? { given } : { family, given })]
  const [first = '', ...rest] = family.split(/\s+/)
  if (rest.length === 0) return [withMatch({ family }), withMatch({ given: family })]
  const last = rest.join(' ')
  return [withMatch({ given: first, family: last }), withMatch({ family }), withMatch({ family: first, given: last })]
}
