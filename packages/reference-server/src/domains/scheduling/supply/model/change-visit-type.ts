import type { components } from '@visitkit/contract'

type Schemas = components['schemas']

/** The visit type with these changes. What is not named stays; `ages: null` allows any age. */
export const changeVisitType = (
  { ages: agesBefore, ...before }: Schemas['VisitType'],
  { ages: agesAfter, version: _version, affected: _affected, ...changes }: Schemas['UpdateVisitType'],
): Schemas['VisitType'] => {
  const ages = agesAfter === undefined ? agesBefore : agesAfter
  return { ...before, ...changes, ...(ages ? { ages } : {}), version: before.version + 1 }
}
