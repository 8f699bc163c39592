import type { components } from '@visitkit/contract'
import { localDay } from '../model/local-day.ts'
import { missingParts } from '../model/missing-parts.ts'
import type { Note, NoteFacts } from '../model/note.ts'
import type { NoteAttestation } from '../model/note-attestation.ts'
import { observationsOf, type VitalChange } from '../model/vital-observation.ts'
import { ownNoteKindOf } from '../model/specialty-notes.ts'
import type { DocumentationContext, PatientSummary, Practitioner } from '../ports.ts'
import type { Signature } from '../store/signatures.ts'
import { presentNoteTemplate } from './present-note-template.ts'

type Schemas = components['schemas']

/** The contract shape of a note. */
export const presentNote = (
  note: Note,
  signatures: readonly Signature[],
  practitioner: Practitioner,
  { templates, specialties }: Pick<DocumentationContext, 'templates' | 'specialties'>,
  /** Corrections of its vitals, which only a signed note can have. */
  changes: readonly VitalChange[] = [],
): Schemas['Note'] => {
  const { content } = note
  const template = templates.find(note.templateCode, note.draftedAt)
  const ownNotes = ownNoteKindOf(note, specialties)
  const missing = note.status === 'draft' ? missingParts(note, template) : null
  return {
    id: note.id,
    visitId: note.visitId,
    patientId: note.patientId,
    practitionerId: note.practitionerId,
    author: authorOf(practitioner, signatures),
    templateCode: note.templateCode,
    ...(template && { template: presentNoteTemplate(template) }),
    kind: note.kind,
    status: note.status,
    sections: content.sections.map(({ code, text, copiedFrom }) => ({ code, text, ...(copiedFrom && { copiedFrom }) })),
    diagnoses: content.diagnoses.map(({ code, display }) => ({ code, display })),
    vitals: [...content.vitals],
    observations: observationsOf(note, changes),
    services: content.services.map((service) => ({ ...service, diagnosisPointers: [...service.diagnosisPointers] })),
    supervisor: supervisorOf(signatures),
    signatures: signatures
      .filter(({ as }) => as === 'author' || as === 'supervisor')
      .map(({ statement: attestation }) => signatureOf(attestation)),
    addenda: signatures
      .filter(({ as }) => as === 'addendum')
      .map(({ id, statement: attestation, sealed }) => ({
        id,
        text: sealed.text ?? '',
        signature: signatureOf(attestation),
      })),
    missing: [...(missing?.sections ?? [])],
    missingParts: [...(missing?.parts ?? [])],
    prefilled: [...content.prefilled],
    derived: [...content.derived],
    psychotherapyNotes: ownNotes !== null,
    ...(ownNotes !== null && { ownNotes }),
    visitDay: localDay(note.visitAt, practitioner.zone),
    createdAt: note.draftedAt.toISOString(),
    savedAt: note.savedAt.toISOString(),
    version: note.version,
  }
}

/** The person who signed as author; before that the treating practitioner. */
const authorOf = (practitioner: Practitioner, signatures: readonly Signature[]): Schemas['Note']['author'] => {
  const signed = signatures.find(({ as }) => as === 'author')
  if (signed) return { ...signed.statement.by }
  const { memberId, displayName } = practitioner
  return memberId === null ? null : { memberId, displayName }
}

/** The person in the last statement that names one. */
const supervisorOf = (signatures: readonly Signature[]): Schemas['Note']['supervisor'] => {
  const named = signatures.findLast(({ as }) => as === 'author' || as === 'reassignment')?.statement.supervisor
  return named ? { ...named } : null
}

const signatureOf = ({ by, at, as, contentHash }: NoteAttestation): Schemas['NoteSignature'] => ({
  by: { ...by },
  at,
  as: as === 'supervisor' ? 'supervisor' : 'author',
  contentHash,
})

/** The shape for lists. */
export const presentNoteSummary = (
  note: NoteFacts,
  { templates }: Pick<DocumentationContext, 'templates'>,
  patient?: PatientSummary,
): Schemas['NoteSummary'] => {
  const template = templates.find(note.templateCode, note.draftedAt)
  return {
    id: note.id,
    visitId: note.visitId,
    patientId: note.patientId,
    ...(patient && { patient }),
    practitionerId: note.practitionerId,
    templateCode: note.templateCode,
    ...(template && { templateName: template.name }),
    kind: note.kind,
    status: note.status,
    visitAt: note.visitAt.toISOString(),
    savedAt: note.savedAt.toISOString(),
    ...(note.signedAt && { signedAt: note.signedAt.toISOString() }),
  }
}
