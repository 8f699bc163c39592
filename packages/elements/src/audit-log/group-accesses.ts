import type { Access } from '@visitkit/sdk'

/** What one person did for one reason in one sitting. */
export interface AccessGroup {
  readonly id: string
  readonly actor: Access['actor']
  readonly because: string
  readonly onBehalfOf?: NonNullable<Access['onBehalfOf']>
  readonly application: string
  readonly outcome: Access['outcome']
  /** Newest first. */
  readonly steps: readonly Access[]
}

const SITTING_MS = 30 * 60_000

/**
 * Puts what belongs together into one entry: the same person, reason, application and outcome, with no more than half an hour
 * between two steps and no act of anyone else in between. Nothing is left out: each step stays in its group.
 */
export const groupAccesses = (accesses: readonly Access[]): AccessGroup[] => {
  const groups: (AccessGroup & { steps: Access[] })[] = []
  for (const access of accesses) {
    const last = groups.at(-1)
    const before = last?.steps.at(-1)
    if (
      last &&
      before &&
      last.actor.id === access.actor.id &&
      last.because === access.because &&
      last.onBehalfOf?.practitionerId === access.onBehalfOf?.practitionerId &&
      last.application === access.application &&
      last.outcome === access.outcome &&
      Date.parse(before.at) - Date.parse(access.at) <= SITTING_MS
    ) {
      last.steps.push(access)
    } else {
      const { id, actor, because, application, outcome, onBehalfOf } = access
      groups.push({ id, actor, because, application, outcome, ...(onBehalfOf && { onBehalfOf }), steps: [access] })
    }
  }
  return groups
}
