import type { PartTwoStatement } from '../../../../platform/contracts/part-two.ts'
import type { ScriptPayload } from '../../kernel/model/compose-script.ts'

/** `Note` of SCRIPT. */
const longestNote = 210

/**
 * The message with the short notice of 42 CFR 2.32 and the scope of the consent after the note to the pharmacist. Null if they do not fit. A
 * message without a medication says nothing of a patient.
 */
export const accompanyScript = (
  payload: unknown,
  { shortNotice, shortScope }: Pick<PartTwoStatement, 'shortNotice' | 'shortScope'>,
): ScriptPayload | null => {
  const script = payload as ScriptPayload
  const { body } = script
  if (!('medication' in body)) return script
  const { medication } = body
  const note = [...(medication.note === undefined ? [] : [medication.note]), shortNotice, shortScope].join(' ')
  return note.length > longestNote ? null : { ...script, body: { ...body, medication: { ...medication, note } } }
}
