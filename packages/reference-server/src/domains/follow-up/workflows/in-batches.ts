import type { RunForOrganization } from '../../../platform/system/run-for-organization.ts'
import type { WriteContext } from '../../../platform/contracts/context.ts'

const batch = 50

/**
 * Processes one organization after the other, one transaction per batch, until a batch is not full. `act` returns the number of rows that
 * it found.
 */
export const inBatches = async (
  organizationIds: () => Promise<readonly string[]>,
  run: RunForOrganization,
  now: Date,
  act: (context: WriteContext, take: number) => Promise<number>,
): Promise<void> => {
  for (const organizationId of await organizationIds()) {
    let found: number
    do found = await run(organizationId, now, (context) => act(context, batch))
    while (found === batch)
  }
}
