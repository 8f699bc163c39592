import type { components } from '@visitkit/contract'

type Schemas = components['schemas']

/** The visit type with these changes. What is not named stays; null removes `ages` or `sensitivity`. */
export const changeVisitType = (
  { ages: agesBefore, sensitivity: sensitivityBefore, ...before }: Schemas['VisitType'],
  {
    ages: agesAfter,
    sensitivity: sensitivityAfter,
    version: _version,
    affected: _affected,
    ...changes
  }: Schemas['UpdateVisitType'],
): Schemas['VisitType'] => {
  const ages = agesAfter === undefined ? agesBefore : agesAfter
  const sensitivity = sensitivityAfter === undefined ? sensitivityBefore : sensitivityAfter
  return {
    ...before,
    ...changes,
    ...(ages ? { ages } : {}),
    ...(sensitivity ? { sensitivity } : {}),
    version: before.version + 1,
  }
}
