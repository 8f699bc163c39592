import type { ProblemCode } from '../../core/visit-error.ts'
import type { Hold, PractitionerSummary, Resource, SlotExclusionReason, VisitType } from '../../generated/models.ts'
import { samplePractitioners } from './sample-people.ts'

const weekly = [1, 2, 3, 4, 5].map((weekday) => ({ weekday, from: '08:00', to: '18:00' }))

const resource = (id: string, kind: Resource['kind'], name: string, languages: string[] = []): Resource => ({
  ...{ id, kind, name, languages, zone: 'America/New_York', weekly, active: true, version: 1 },
})

export const sampleResources: readonly Resource[] = [
  resource('resource-room-1', 'room', 'Room 1'),
  resource('resource-room-2', 'room', 'Room 2'),
  resource('resource-interpreter', 'interpreter', 'Sasha Placeholder', ['es', 'ar']),
  resource('resource-cart', 'equipment', 'Ultrasound cart'),
]

type Claims = Pick<Hold, 'resources' | 'additionalPractitioners'>

/** What a visit takes in addition to its practitioner: the one that was chosen, and the first ones of each kind. */
export const sampleClaims = (
  { resources = [], additionalPractitioners = [] }: VisitType,
  practitioner: PractitionerSummary,
  { interpreterLanguage, resourceId }: { interpreterLanguage?: string | undefined; resourceId?: string | undefined },
): Claims => {
  const taken = [...resources, ...(interpreterLanguage ? [{ kind: 'interpreter', count: 1 } as const] : [])].flatMap(
    ({ kind, count }) =>
      sampleResources
        .filter(
          (one) => one.kind === kind && (kind !== 'interpreter' || one.languages.includes(interpreterLanguage ?? '')),
        )
        .sort((a, b) => Number(b.id === resourceId) - Number(a.id === resourceId))
        .slice(0, count)
        .map(({ id, name }) => ({ id, kind, name })),
  )
  const others = additionalPractitioners.flatMap(({ specialty, count }) =>
    samplePractitioners
      .filter((one) => one.id !== practitioner.id && one.specialties.includes(specialty))
      .slice(0, count),
  )
  return {
    ...(taken.length > 0 && { resources: taken }),
    ...(others.length > 0 && { additionalPractitioners: others }),
  }
}

/** What an appointment keeps of its hold. */
export const claimsOf = ({ resources, additionalPractitioners }: Hold): Claims => ({
  ...(resources && { resources }),
  ...(additionalPractitioners && { additionalPractitioners }),
})

/** The code with which a hold is refused. */
export const refusalOf = (rule: SlotExclusionReason): ProblemCode => {
  if (rule === 'notice') return 'notice_too_short'
  return rule === 'horizon' ? 'beyond_horizon' : 'outside_hours'
}
