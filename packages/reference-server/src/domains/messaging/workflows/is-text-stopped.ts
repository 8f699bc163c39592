import type { ReadContext } from '../../../platform/contracts/context.ts'
import { dialable } from '../model/phone.ts'
import { isStopped, numberIndex } from '../store/preferences.ts'

/** Whether this number, as a person typed it, has replied STOP. */
export const isTextStopped = async (context: ReadContext, phone: string | undefined): Promise<boolean> => {
  const number = dialable(phone ?? '')
  return number !== null && (await isStopped(context.db, await numberIndex(context.db, context, number)))
}
