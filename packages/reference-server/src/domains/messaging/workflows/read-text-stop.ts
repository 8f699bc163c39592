import type { ReadContext } from '../../../platform/contracts/context.ts'
import { dialable } from '../model/phone.ts'
import { restoredOnlyByConsent } from '../model/words-of-number.ts'
import type { MessagingContext } from '../ports.ts'
import { numberIndex, readWordOfNumber } from '../store/preferences.ts'

/** What this number, as a person typed it, has said about texts to this patient. */
export const readTextStop = async (
  { consent }: Pick<MessagingContext, 'consent'>,
  context: ReadContext,
  patientId: string,
  phone: string | undefined,
): Promise<{ readonly stopped: boolean; readonly needsConsent: boolean }> => {
  const number = dialable(phone ?? '')
  if (number === null) return { stopped: false, needsConsent: false }
  const said = await readWordOfNumber(context.db, await numberIndex(context.db, context, number), patientId)
  const isOpen = restoredOnlyByConsent(said)
  return {
    stopped: said.word === 'stop',
    needsConsent: isOpen && (await consent.lastDecision(context, patientId, 'messaging')) !== 'granted',
  }
}
