import type { ReadContext } from '../../../platform/contracts/context.ts'
import type { RightsPorts } from '../ports.ts'

/** `2026-11-30`, on the clock of the organization. */
export const dayIn = async (
  { directory }: Pick<RightsPorts, 'directory'>,
  context: ReadContext,
  at: Date,
): Promise<string> => {
  const { zone } = await directory.organization(context)
  return Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(zone).toPlainDate().toString()
}
