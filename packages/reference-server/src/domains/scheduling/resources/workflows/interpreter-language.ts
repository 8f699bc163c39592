import type { ReadContext } from '../../../../platform/contracts/context.ts'
import { decryptDetails, type EncryptedAppointment } from '../../kernel/store/appointments.ts'

/** The language of the interpreter of a visit: as asked for, or, of a visit that moves and has an interpreter, the one that it has. */
export const interpreterLanguageOf = async (
  context: ReadContext,
  asked: string | undefined,
  appointment: EncryptedAppointment | undefined,
): Promise<string | undefined> => {
  if (asked !== undefined || appointment === undefined || appointment.claims.length === 0) return asked
  return (await decryptDetails(context.db, context, appointment)).interpreterLanguage
}
