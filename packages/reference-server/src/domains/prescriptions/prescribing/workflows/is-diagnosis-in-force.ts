import type { ReadContext } from '../../../../platform/contracts/context.ts'
import type { PrescriptionsContext } from '../../ports.ts'

/** Whether a diagnosis exists and is in force today where the organization is. True if there is none. */
export const isDiagnosisInForce = async (
  { directory, documentation }: Pick<PrescriptionsContext, 'directory' | 'documentation'>,
  context: ReadContext,
  code: string | undefined,
): Promise<boolean> => {
  if (code === undefined) return true
  const { zone } = await directory.organization(context)
  return documentation.diagnosisNames([code], context.now, zone).has(code)
}
