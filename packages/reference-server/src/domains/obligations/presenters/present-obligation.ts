import type { components } from '@visitkit/contract'
import type { DueReview } from '../model/access-review.ts'
import type { Completion, Obligation } from '../model/obligation.ts'
import type { Risk } from '../model/risk.ts'
import type { Course, Training } from '../model/training.ts'

type Schemas = components['schemas']

export const presentObligation = ({ lastCompletedOn, ...obligation }: Obligation): Schemas['Obligation'] => ({
  ...obligation,
  ...(lastCompletedOn !== null && { lastCompletedOn }),
})

/** `names` by `member:id`. */
export const presentCompletion = (
  { recordedBy, recordedAt, ...completion }: Completion,
  names: ReadonlyMap<string, string>,
): Schemas['ObligationCompletion'] => ({
  ...completion,
  recordedBy: { memberId: recordedBy, displayName: names.get(`member:${recordedBy}`) ?? null },
  recordedAt: recordedAt.toISOString(),
})

export const presentCourse = ({
  id,
  title,
  validDays,
  roles,
  stopsAccess,
  active,
  version,
}: Course): Schemas['TrainingCourse'] => ({
  id,
  title,
  validDays,
  roles: [...roles],
  stopsAccess,
  active,
  version,
})

export const presentTraining = ({
  member: { memberId, displayName },
  course,
  status,
  completedOn,
  validUntil,
}: Training): Schemas['MemberTraining'] => ({
  member: { memberId, displayName },
  courseId: course.id,
  status,
  ...(completedOn !== null && { completedOn }),
  validUntil,
})

export const presentReview = ({
  member: { memberId, displayName, roles },
  last,
  dueOn,
}: DueReview): Schemas['AccessReview'] => ({
  member: { memberId, displayName, roles: [...roles] },
  ...(last !== null && { reviewedOn: last.reviewedOn, decision: last.decision }),
  dueOn,
})

export const presentRisk = ({ plan, controls, ...risk }: Risk): Schemas['Risk'] => ({
  ...risk,
  controls: [...controls],
  ...(plan !== null && { plan }),
})
