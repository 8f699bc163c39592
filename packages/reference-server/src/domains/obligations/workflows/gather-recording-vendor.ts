import type { ReadContext } from '../../../platform/contracts/context.ts'
import type { ObligationPorts } from '../ports.ts'

/** The video vendor of the organization, if its account records calls by default. Asks the vendor: never in a transaction. */
export const gatherRecordingVendor = async (
  { directory, video }: ObligationPorts,
  context: ReadContext,
): Promise<string | null> => {
  const { videoVendor } = await directory.organization(context)
  return (await video.isRecording(videoVendor)) ? videoVendor : null
}
