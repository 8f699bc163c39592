import type { components } from '@visitkit/contract'
import type { CareParticipant, Circle } from '../../../platform/care/relationship.ts'
import { relationshipOf } from '../../../platform/care/relationship.ts'
import type { CallerKind } from '../../../platform/contracts/caller.ts'

type AccessExplanation = components['schemas']['AccessExplanation']

interface ExplainedAccess {
  readonly actorKind: CallerKind
  readonly actorRole: string
  readonly onBehalfOf: string | null
}

/**
 * What links the actor of an access to the patient. `circle` is the actor's, null for who is no member any more. That the organization lets
 * its clinicians read every chart explains no access.
 */
export const explainAccess = (
  { actorKind, actorRole, onBehalfOf }: ExplainedAccess,
  circle: Circle | null,
  participants: readonly CareParticipant[],
  now: Date,
): AccessExplanation => {
  if (actorKind === 'patient' || actorKind === 'proxy' || actorKind === 'guest') return 'own'
  if (actorKind !== 'member') return 'automatic'
  if (onBehalfOf !== null) return 'on-behalf'
  if (circle === null) return 'none'
  const found = relationshipOf({ ...circle, chartReach: 'assigned' }, [actorRole], participants, now)
  if (found === null || found.basis === 'organization-policy') return 'none'
  return 'onBehalfOf' in found ? 'on-behalf' : found.basis
}
