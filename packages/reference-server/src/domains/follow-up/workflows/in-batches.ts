import type { RunForOrganization } from '../../../platform/system/run-for-organization.ts'
import type { Keeping } from '../../../platform/contracts/context.ts'

const batch = 50

/** Runs one organization after the other, a transaction for each batch, until a batch is not full. `act` answers how many rows it found. */
export const inBatches = async (
  organizationIds: () => Promise<readonly string[]>,
  run: RunForOrganization,
  now: Date,
  act: (keeping: Keeping, take: number) => Promise<number>,
): Promise<void> => {
  for (const organizationId of await organizationIds()) {
    let found: number
    do found = await run(organizationId, now, (keeping) => act(keeping, batch))
    while (found === batch)
  }
}
