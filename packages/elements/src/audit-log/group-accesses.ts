import type { Access } from '@visitkit/sdk'

/** The accesses of one person for one reason in one session. */
export interface AccessGroup extends Pick<Access, 'actor' | 'reason' | 'purpose' | 'application' | 'outcome'> {
  readonly id: string
  readonly onBehalfOf?: NonNullable<Access['onBehalfOf']>
  /** Newest first. */
  readonly steps: readonly Access[]
}

const GROUP_GAP_MS = 30 * 60_000

/**
 * Groups accesses with the same person, reason, purpose, covered colleague, application and outcome, with at most half an hour between two
 * steps and no access of another actor in between. No access is left out: each is a step of its group.
 */
export const groupAccesses = (accesses: readonly Access[]): AccessGroup[] => {
  const groups: (AccessGroup & { steps: Access[] })[] = []
  for (const access of accesses) {
    const last = groups.at(-1)
    const before = last?.steps.at(-1)
    if (
      last &&
      before &&
      isSameActor(last.actor, access.actor) &&
      last.reason === access.reason &&
      last.purpose === access.purpose &&
      last.onBehalfOf?.practitionerId === access.onBehalfOf?.practitionerId &&
      last.application === access.application &&
      last.outcome === access.outcome &&
      Date.parse(before.at) - Date.parse(access.at) <= GROUP_GAP_MS
    ) {
      last.steps.push(access)
    } else {
      const { id, actor, reason, purpose, application, outcome, onBehalfOf } = access
      const covered = onBehalfOf && { onBehalfOf }
      groups.push({ id, actor, reason, purpose, application, outcome, ...covered, steps: [access] })
    }
  }
  return groups
}

/** The server's components have different ids, and are one actor to a reader. */
const isSameActor = (one: Access['actor'], other: Access['actor']): boolean =>
  one.kind === other.kind && (one.kind === 'system' || one.id === other.id)
