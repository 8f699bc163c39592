import type { MonitorPolicy } from './monitor-policy.ts'
import type {
  CareLink,
  ExplanationKind,
  MonitoredAccess,
  MonitoredCover,
  MonitoredEmergency,
  MonitoredFacts,
} from './monitored-facts.ts'

const dayMs = 86_400_000
const hourMs = 3_600_000

/** Which fact explains an access. */
export interface Explanation {
  readonly kind: ExplanationKind
  /** Id of the link or of the emergency access. */
  readonly id: string
  /** The member whose work it is, if the access was made under a cover. */
  readonly onBehalfOf: string | null
}

/** Facts by holder and patient. */
type ByHolder<T> = Map<string, Map<string, T[]>>

const add = <T>(index: ByHolder<T>, holder: string, patientId: string, value: T): void => {
  const patients = index.get(holder) ?? new Map<string, T[]>()
  index.set(holder, patients)
  const values = patients.get(patientId)
  if (values === undefined) patients.set(patientId, [value])
  else values.push(value)
}

const isEarlier = (one: CareLink, other: CareLink): boolean =>
  one.from < other.from || (one.from === other.from && one.id < other.id)

/** Links come in any order; which one explains must not depend on it. */
const earliest = (links: readonly CareLink[]): CareLink | undefined => {
  let best: CareLink | undefined
  for (const link of links) if (best === undefined || isEarlier(link, best)) best = link
  return best
}

export interface Explainer {
  /** Null: no fact links the member to the patient at this time. */
  readonly explain: (access: MonitoredAccess) => Explanation | null
  /** The emergency access that was open; of several a documented one. */
  readonly emergencyOf: (access: MonitoredAccess) => MonitoredEmergency | undefined
  /** Whether it was written down in time why the record was opened in an emergency. Until `asOf` it may still be. */
  readonly isDocumented: (emergency: MonitoredEmergency) => boolean
}

/** Explains accesses by what was known at `asOf`: own links first, then those of the team, of covered colleagues, and emergencies. */
export const createExplainer = (facts: MonitoredFacts, policy: MonitorPolicy, asOf: number): Explainer => {
  const ofMembers: ByHolder<CareLink> = new Map()
  const ofTeams: ByHolder<CareLink> = new Map()
  const emergencies: ByHolder<MonitoredEmergency> = new Map()
  const covers = new Map<string, MonitoredCover[]>()
  const teams = new Map(facts.members.map(({ id, teamId }) => [id, teamId]))
  for (const link of facts.links) {
    if (link.memberId !== null) add(ofMembers, link.memberId, link.patientId, link)
    if (link.teamId !== null) add(ofTeams, link.teamId, link.patientId, link)
  }
  for (const each of facts.emergencies) add(emergencies, each.memberId, each.patientId, each)
  for (const each of facts.covers) covers.set(each.memberId, [...(covers.get(each.memberId) ?? []), each])

  const holds = ({ kind, from, until }: CareLink, at: number): boolean => {
    const { beforeDays, afterDays } = policy.explanations[kind]
    return from - beforeDays * dayMs <= at && at < until + afterDays * dayMs
  }
  const linkOf = (memberId: string, patientId: string, at: number): CareLink | undefined => {
    const teamId = teams.get(memberId) ?? null
    const own =
      ofMembers
        .get(memberId)
        ?.get(patientId)
        ?.filter((link) => holds(link, at)) ?? []
    if (own.length > 0) return earliest(own)
    if (teamId === null) return undefined
    return earliest(
      ofTeams
        .get(teamId)
        ?.get(patientId)
        ?.filter((link) => holds(link, at)) ?? [],
    )
  }
  const isDocumented = ({ from, documentedAt }: MonitoredEmergency): boolean => {
    const dueAt = from + policy.documentationHours * hourMs
    return documentedAt === null ? asOf < dueAt : documentedAt <= dueAt
  }
  const emergencyOf = ({ memberId, patientId, at }: MonitoredAccess): MonitoredEmergency | undefined => {
    if (patientId === null) return undefined
    const open = emergencies
      .get(memberId)
      ?.get(patientId)
      ?.filter(({ from, until }) => from <= at && at < until)
    return open?.find(isDocumented) ?? open?.[0]
  }

  const explain = (access: MonitoredAccess): Explanation | null => {
    const { memberId, patientId, at } = access
    if (patientId === null) return null
    const own = linkOf(memberId, patientId, at)
    if (own !== undefined) return { kind: own.kind, id: own.id, onBehalfOf: null }
    for (const { coveredId, from, until } of covers.get(memberId) ?? []) {
      if (at < from || until <= at) continue
      const covered = linkOf(coveredId, patientId, at)
      if (covered !== undefined) return { kind: covered.kind, id: covered.id, onBehalfOf: coveredId }
    }
    const emergency = emergencyOf(access)
    return emergency !== undefined && isDocumented(emergency)
      ? { kind: 'emergency', id: emergency.id, onBehalfOf: null }
      : null
  }
  return { explain, emergencyOf, isDocumented }
}
