import type { Me, PractitionerSummary, VisitClient } from '@visitkit/sdk'
import type { VisitConnection } from '../core/client-context.ts'

/** Who reads the schedule, and whose schedules they can choose. */
export interface People {
  readonly me: Me | undefined
  /** Empty for a practitioner, and where the page has decided. */
  readonly practitioners: readonly PractitionerSummary[]
}

export const readPeople = async (
  client: VisitClient,
  connection: VisitConnection | null,
  practitionerId: string | undefined,
  signal: AbortSignal,
): Promise<People> => {
  const me = await connection?.me()
  const isChoice = !practitionerId && !me?.practitionerId
  const practitioners = isChoice ? await client.practitioners.list({ limit: 100 }, { signal }).toArray(500) : []
  return { me, practitioners }
}
