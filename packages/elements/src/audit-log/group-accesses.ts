import type { Access } from '@visitkit/sdk'
import { dayKey } from '../core/format.ts'

/** The accesses of one person for one reason in one session. */
export interface AccessGroup extends Pick<Access, 'actor' | 'reason' | 'purpose' | 'application' | 'outcome'> {
  readonly id: string
  readonly onBehalfOf?: NonNullable<Access['onBehalfOf']>
  /** Newest first. */
  readonly steps: readonly Access[]
}

const GROUP_GAP_MS = 30 * 60_000
/** What a computer system does each hour is one entry a day. */
const SYSTEM_SPAN_MS = 24 * 60 * 60_000

/**
 * Groups accesses with the same person, reason, purpose, covered colleague, application and outcome, with at most half an hour between two
 * steps, also when another person acted in between. Those of a computer system are together for a day. No access is left out: each is a
 * step of its group.
 */
export const groupAccesses = (accesses: readonly Access[]): AccessGroup[] => {
  const groups: (AccessGroup & { steps: Access[] })[] = []
  for (const access of accesses) {
    const last = groups.findLast((group) => isSameKind(group, access))
    if (last && isClose(last, access)) {
      last.steps.push(access)
    } else {
      const { id, actor, reason, purpose, application, outcome, onBehalfOf } = access
      const covered = onBehalfOf && { onBehalfOf }
      groups.push({ id, actor, reason, purpose, application, outcome, ...covered, steps: [access] })
    }
  }
  return groups
}

/** The accesses of one calendar day, those of people apart from those of computer systems. */
export interface AccessDay {
  /** `2026-11-25` */
  readonly day: string
  /** The newest access of the day. */
  readonly at: string
  readonly people: readonly AccessGroup[]
  readonly systems: readonly AccessGroup[]
}

const isSystem = ({ actor: { kind } }: Pick<AccessGroup, 'actor'>): boolean => kind === 'system' || kind === 'service'

/** Groups by the day of their newest step, the newest day first. */
export const groupByDay = (groups: readonly AccessGroup[], zone: string): readonly AccessDay[] => {
  const days = new Map<string, { at: string; people: AccessGroup[]; systems: AccessGroup[] }>()
  for (const group of groups) {
    const at = group.steps[0]?.at ?? ''
    const key = dayKey(at, zone)
    const day = days.get(key) ?? { at, people: [], systems: [] }
    days.set(key, day)
    ;(isSystem(group) ? day.systems : day.people).push(group)
  }
  return [...days].map(([day, found]) => ({ day, ...found }))
}

/** Groups a list once: at each render its groups are the same objects. */
export const groupOnce = (): ((accesses: readonly Access[], zone: string) => readonly AccessDay[]) => {
  let known: { readonly of: readonly Access[]; readonly zone: string; readonly days: readonly AccessDay[] } | undefined
  return (of, zone) => {
    if (known?.of !== of || known.zone !== zone) known = { of, zone, days: groupByDay(groupAccesses(of), zone) }
    return known.days
  }
}

const isClose = (group: AccessGroup, { at }: Access): boolean => {
  const [newest, oldest] = [group.steps[0], group.steps.at(-1)]
  if (!newest || !oldest) return false
  return isSystem(group)
    ? Date.parse(newest.at) - Date.parse(at) < SYSTEM_SPAN_MS
    : Date.parse(oldest.at) - Date.parse(at) <= GROUP_GAP_MS
}

const isSameKind = (group: AccessGroup, access: Access): boolean =>
  isSameActor(group.actor, access.actor) &&
  group.reason === access.reason &&
  group.purpose === access.purpose &&
  group.onBehalfOf?.practitionerId === access.onBehalfOf?.practitionerId &&
  group.application === access.application &&
  group.outcome === access.outcome

/** The server's components have different ids, and are one actor to a reader. */
const isSameActor = (one: Access['actor'], other: Access['actor']): boolean =>
  one.kind === other.kind && (one.kind === 'system' || one.id === other.id)
