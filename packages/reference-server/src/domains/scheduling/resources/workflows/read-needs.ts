import { isUuid } from '../../../../platform/database/ids/require-uuid.ts'
import { notFound } from '../../../../platform/problems/problem.ts'
import type { Needed } from '../../kernel/model/needed.ts'
import type { VisitShape } from '../../kernel/model/visit-type.ts'
import type { OrganizationCalendar } from '../../kernel/store/organization-calendar.ts'
import { invalidRequest } from '../../problems.ts'
import { canTake, neededStarts, visitNeedsOf, type VisitNeeds } from '../model/visit-needs.ts'

export interface NeedsRequest {
  readonly now: Date
  /** Where the patient will be. */
  readonly state?: string | undefined
  readonly interpreterLanguage?: string | undefined
  readonly resourceId?: string | undefined
}

/** Refuses a resource that the visit cannot take. `pointer` names the property of the request. */
export const requireTakeable = (
  calendar: OrganizationCalendar,
  type: VisitShape,
  { resourceId, interpreterLanguage }: Pick<NeedsRequest, 'resourceId' | 'interpreterLanguage'>,
  pointer: string,
): void => {
  if (resourceId === undefined) return
  const resource = isUuid(resourceId) ? calendar.resource(resourceId) : undefined
  if (!resource) throw notFound('resource_unknown')
  if (!canTake(type, resource, interpreterLanguage))
    throw invalidRequest([
      { pointer, code: 'wrong_value', message: 'Must be active, and of a kind and a language that the visit needs.' },
    ])
}

/** What a visit of this type takes in addition to its practitioner, with the calendars that could be taken. Null if nothing. */
export const readNeeds = (
  calendar: OrganizationCalendar,
  type: VisitShape,
  { now, ...wanted }: NeedsRequest,
): VisitNeeds | null => {
  if (!type.resources?.length && !type.additionalPractitioners?.length && wanted.interpreterLanguage === undefined)
    return null
  return visitNeedsOf(type, {
    ...wanted,
    resources: calendar.resources().map((resource) => ({ resource, bitmap: calendar.bitmap(resource.id, now) })),
    candidates: calendar.candidates(now),
  })
}

/** The starts that the needs leave, for a search. */
export const readNeeded = (
  calendar: OrganizationCalendar,
  needs: VisitNeeds | null,
  now: Date,
  except?: ReadonlySet<string>,
): Needed | undefined => {
  if (needs === null) return undefined
  const slices = calendar.candidates(now).find(({ bitmap }) => bitmap !== null)?.bitmap?.slices
  return slices === undefined ? undefined : neededStarts(needs, now.getTime(), except, slices)
}
