import type { components } from '@visitkit/contract'
import type { DueReview } from './access-review.ts'
import { addDays, type Day } from './day.ts'
import { statusOfIncident, type IncidentFacts } from './incident.ts'
import type { Obligation } from './obligation.ts'
import type { ObligationPolicy } from './obligation-policy.ts'
import type { Risk } from './risk.ts'
import type { Training } from './training.ts'

type Schemas = components['schemas']
export type Finding = Schemas['Finding']
export type Totals = Schemas['ObligationTotals']

/** Everything that has a due date. Only what is active. */
export interface Duties {
  readonly obligations: readonly Obligation[]
  readonly trainings: readonly Training[]
  readonly reviews: readonly DueReview[]
  readonly risks: readonly Risk[]
  readonly incidents: readonly IncidentFacts[]
  /** The video vendor of the organization, if its account records calls by default. */
  readonly recordingVendor: string | null
  /** Active members. */
  readonly memberIds: ReadonlySet<string>
}

/** A due date with what it is about. */
type Due = Omit<Finding, 'status'>

/** What is due or overdue, the earliest first. A pure function of what is recorded: a finding ends when its cause ends. */
export const listFindings = (duties: Duties, today: Day, policy: ObligationPolicy): readonly Finding[] => {
  const until = addDays(today, policy.warnDays)
  return allDue(duties, today, until, policy)
    .filter(({ dueOn }) => dueOn <= until)
    .map((due) => ({ ...due, status: due.dueOn < today ? ('overdue' as const) : ('soon' as const) }))
    .toSorted((one, other) => (one.dueOn === other.dueOn ? 0 : one.dueOn < other.dueOn ? -1 : 1))
}

/** No other finding has it. Contains no title, which is the operator's own words. */
export const keyOfFinding = ({ dueOn, kind, subjectId, obligationKind, member, recipient }: Finding): string =>
  [dueOn, kind, subjectId ?? obligationKind ?? '', member?.memberId ?? recipient ?? ''].join(' ')

/** Of what there can be much of, only what is due until `until`. */
const allDue = (duties: Duties, today: Day, until: Day, policy: ObligationPolicy): readonly Due[] => [
  // No visit over this vendor begins until it is turned off: it was due yesterday.
  ...(duties.recordingVendor === null
    ? []
    : [{ kind: 'recording-account' as const, dueOn: addDays(today, -1), title: duties.recordingVendor }]),
  ...incidentsDue(duties.incidents, policy),
  ...missingKinds(duties.obligations, today, policy),
  ...duties.obligations.map(({ id, kind, title, dueOn }) => ({
    kind: 'obligation' as const,
    dueOn,
    obligationKind: kind,
    title,
    subjectId: id,
  })),
  ...withoutOwner(duties, today),
  ...duties.trainings
    .filter(({ validUntil }) => validUntil <= until)
    .map(({ member, course, validUntil }) => ({
      kind: 'training' as const,
      dueOn: validUntil,
      title: course.title,
      member: named(member),
      subjectId: course.id,
    })),
  ...duties.reviews.map(({ member, dueOn }) => ({
    kind: 'access-review' as const,
    dueOn,
    member: named(member),
    subjectId: member.memberId,
  })),
  ...duties.risks.map(({ id, threat, reviewOn }) => ({
    kind: 'risk-review' as const,
    dueOn: reviewOn,
    title: threat,
    subjectId: id,
  })),
]

const named = ({ memberId, displayName }: { readonly memberId: string; readonly displayName: string }) => ({
  memberId,
  displayName,
})

const missingKinds = (obligations: readonly Obligation[], today: Day, { required }: ObligationPolicy): Due[] =>
  required
    .filter((kind) => !obligations.some((obligation) => obligation.kind === kind))
    .map((kind) => ({ kind: 'nothing-recorded', dueOn: today, obligationKind: kind }))

const withoutOwner = ({ obligations, risks, memberIds }: Duties, today: Day): Due[] => [
  ...obligations
    .filter(({ ownerId }) => ownerId === null || !memberIds.has(ownerId))
    .map(({ id, kind, title }) => ({
      kind: 'no-owner' as const,
      dueOn: today,
      obligationKind: kind,
      title,
      subjectId: id,
    })),
  ...risks
    .filter(({ ownerId }) => ownerId === null || !memberIds.has(ownerId))
    .map(({ id, threat }) => ({ kind: 'no-owner' as const, dueOn: today, title: threat, subjectId: id })),
]

const incidentsDue = (incidents: readonly IncidentFacts[], { assessIncidentDays }: ObligationPolicy): Due[] =>
  incidents.flatMap((incident): Due[] =>
    statusOfIncident(incident) === 'open'
      ? [
          {
            kind: 'incident-assessment' as const,
            dueOn: addDays(incident.discoveredOn, assessIncidentDays),
            subjectId: incident.id,
          },
        ]
      : incident.notices
          .filter(({ sentOn }) => sentOn === null)
          .map(({ recipient, dueOn }) => ({
            kind: 'incident-notice' as const,
            dueOn,
            recipient,
            subjectId: incident.id,
          })),
  )

/** How much of each area is in time. */
export const totalsOf = (duties: Duties, today: Day, policy: ObligationPolicy): readonly Totals[] => {
  const until = addDays(today, policy.warnDays)
  const total = (area: Totals['area'], dates: readonly Day[]): Totals => {
    const overdue = dates.filter((day) => day < today).length
    const soon = dates.filter((day) => day >= today && day <= until).length
    return { area, total: dates.length, inTime: dates.length - overdue - soon, soon, overdue }
  }
  return [
    total('obligations', [
      ...duties.obligations.map(({ dueOn }) => dueOn),
      ...missingKinds(duties.obligations, today, policy).map(({ dueOn }) => dueOn),
    ]),
    total(
      'training',
      duties.trainings.map(({ validUntil }) => validUntil),
    ),
    total(
      'access-reviews',
      duties.reviews.map(({ dueOn }) => dueOn),
    ),
    total(
      'risks',
      duties.risks.map(({ reviewOn }) => reviewOn),
    ),
    total(
      'incidents',
      incidentsDue(duties.incidents, policy).map(({ dueOn }) => dueOn),
    ),
  ]
}
