import type { Hold, PlaceHold, VisitClient } from '@visitkit/sdk'

/**
 * Holds visits in a row, one for each patient, beginning with this time. All or none. The holds that they replace are in their way, and are
 * released first.
 */
export const placeSeveral = async (
  client: VisitClient,
  { visitTypeId, start, practitionerId, language }: PlaceHold,
  replaced: readonly Hold[],
  patientIds: readonly string[],
): Promise<readonly Hold[]> => {
  await Promise.all(replaced.map(({ id }) => client.holds.release(id)))
  const { items } = await client.holds.placeSeveral({
    ...{ visitTypeId, start, patientIds: [...patientIds] },
    ...(practitionerId && { practitionerId }),
    ...(language && { language }),
  })
  return items
}
