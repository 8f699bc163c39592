import type { LocalCapture } from './local-capture.ts'
import type { PeerLink } from './peer-link.ts'

/** Every camera gives a frame within it. */
const frameMs = 1000

/**
 * Sends a picture again that did not arrive there. A camera that gives nothing, without a word from the browser, is closed and opened;
 * otherwise the browser encodes it from the beginning.
 */
export const sendPictureAgain = async (link: PeerLink, capture: LocalCapture): Promise<void> => {
  const before = await link.framesTaken('camera')
  await new Promise((resolve) => setTimeout(resolve, frameMs))
  if (before !== null && before === (await link.framesTaken('camera'))) await capture.restartCamera()
  else await link.sendAgain('camera')
}
