import type { AnyKysely } from '../../../../platform/contracts/database.ts'
import { storeWrites } from '../../../../platform/database/changes/store-writes.ts'
import { localized, type Specialties } from '../../kernel/model/specialty-pack.ts'
import { insertVisitType, type VisitType } from '../../kernel/store/visit-types.ts'

/**
 * Adds every visit type of the packs to an organization. Idempotent: existing visit types are not changed. `tx` has the role `scheduling`
 * within the organization. Returns the added types.
 */
export const installSpecialties = async (
  tx: AnyKysely,
  organizationId: string,
  specialties: Specialties,
  newId: () => string,
): Promise<VisitType[]> => {
  const added: VisitType[] = []
  for (const { code: specialty, visitTypes } of specialties.values())
    for (const {
      name,
      description,
      care: { onDemand = false },
      ...packed
    } of visitTypes) {
      const type = {
        id: newId(),
        specialty,
        active: true,
        version: 1,
        bookingMode: 'instant' as const,
        ...packed,
        ...(onDemand && { onDemand }),
        name: localized(name),
        description: localized(description),
      }
      if (await storeWrites(tx, organizationId, [insertVisitType(type)])) added.push(type)
    }
  return added
}
