import type { ReadContext } from '../../../platform/contracts/context.ts'
import type { Note } from '../model/note.ts'
import { prefillNote } from '../model/prefill-note.ts'
import { templateForVisit } from '../model/specialty-notes.ts'
import { visitNotStarted } from '../problems.ts'
import type { DocumentationContext, DocumentedVisit, Practitioner } from '../ports.ts'

/** The data that documents a visit whose patient was admitted. */
export interface LoadedDraft {
  readonly ports: DocumentationContext
  readonly practitioner: Practitioner
  readonly note: Omit<Note, 'id' | 'draftedAt' | 'savedAt'>
}

/** A draft from the template of the visit type, prefilled. Throws `visit_not_started`. */
export const gatherDraft = async (
  ports: DocumentationContext,
  context: ReadContext,
  visit: DocumentedVisit,
): Promise<LoadedDraft> => {
  if (visit.seenBy === null) throw visitNotStarted()
  const { organizationId } = context.caller
  const [practitioner, answers, reasons, organization, isAboutSubstanceUse] = await Promise.all([
    ports.directory.practitioner(context, visit.seenBy),
    ports.intake.answersOf(context, visit.appointmentId),
    ports.scheduling.reasons(context, [visit.appointmentId]),
    ports.directory.organization(context),
    ports.partTwo.isProtected(organizationId, visit.patientId, visit.visitId),
  ])
  const language = organization.languages[0] ?? 'en'
  const template = templateForVisit(visit, ports.specialties, ports.templates, context.now)
  const phrases = ports.templates.phrases(language)
  return {
    ports,
    practitioner,
    note: {
      visitId: visit.visitId,
      patientId: visit.patientId,
      practitionerId: visit.seenBy,
      templateCode: template.code,
      kind: template.kind,
      specialty: visit.specialty,
      language,
      modality: visit.modality,
      isAboutSubstanceUse,
      status: 'draft',
      visitAt: visit.startedAt ?? visit.checkedInAt,
      signedAt: null,
      supervisorId: null,
      version: 1,
      content: prefillNote(template, {
        visit,
        answers,
        reason: reasons.get(visit.appointmentId) ?? null,
        language,
        phrases,
      }),
    },
  }
}
