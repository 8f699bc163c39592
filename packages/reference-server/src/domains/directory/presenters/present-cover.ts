import type { components } from '@visitkit/contract'
import type { NamedCover } from '../store/covers.ts'

export const presentCover = (cover: NamedCover): components['schemas']['Cover'] => ({
  id: cover.id,
  kind: cover.kind,
  practitioner: { id: cover.practitionerId, displayName: cover.practitionerName },
  coveredBy: { memberId: cover.coveredBy, displayName: cover.coveredByName },
  reason: cover.reason,
  from: cover.from.toISOString(),
  until: cover.until.toISOString(),
  ...(cover.endedAt !== null && { endedAt: cover.endedAt.toISOString() }),
})
