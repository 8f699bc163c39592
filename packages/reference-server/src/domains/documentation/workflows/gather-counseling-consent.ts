import type { CounselingNotesConsent } from '../../../platform/contracts/part-two.ts'
import type { ReadContext } from '../../../platform/contracts/context.ts'
import type { OwnNoteKind } from '../model/specialty-notes.ts'
import type { DocumentationContext } from '../ports.ts'

/** The consent to counseling notes that is in force; null of psychotherapy notes, which it does not cover. */
export const gatherCounselingConsent = async (
  { partTwo }: Pick<DocumentationContext, 'partTwo'>,
  { caller, now }: Pick<ReadContext, 'caller' | 'now'>,
  { kind, patientId }: { readonly kind: OwnNoteKind; readonly patientId: string },
): Promise<CounselingNotesConsent | null> =>
  kind === 'substance-use-counseling' ? partTwo.counselingNotes(caller.organizationId, patientId, now) : null
