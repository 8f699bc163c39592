import type { DecideContext } from '../../../platform/contracts/context.ts'
import type { Write } from '../../../platform/contracts/write.ts'
import type { Note } from '../model/note.ts'
import { noteCondition, type IndexedDiagnosis } from '../store/conditions.ts'
import { replaceNote } from '../store/notes.ts'
import { insertSignature } from '../store/signatures.ts'
import type { SignedStep } from './sign-attestation.ts'

type Deciding = Pick<DecideContext, 'caller' | 'now' | 'newId'>

/** A note after a signed step, with its version and the signature. Conditional: it is still as gathered in `before`. */
export const signedStep = (
  { before, after, signed }: { readonly before: Note; readonly after: Note; readonly signed: SignedStep },
  { caller, now, newId }: Deciding,
): readonly Write[] => [
  ...replaceNote({ before, after, versionId: newId(), savedById: caller.personId, now }),
  insertSignature(signed),
]

/** The diagnoses of a note that is signed now, for the patient's problem list. */
export const noteConditions = (
  note: Note,
  diagnoses: readonly IndexedDiagnosis[],
  { newId }: Pick<Deciding, 'newId'>,
): readonly Write[] => diagnoses.map((each) => noteCondition(newId(), note, each))
