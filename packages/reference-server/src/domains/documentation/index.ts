import * as events from './events.ts'
import type { DomainModule } from '../../platform/contracts/domain-module.ts'
import { emittedTypes } from '../../platform/contracts/event.ts'
import type { Database } from '../../platform/contracts/database.ts'
import { liveRules } from './live-rules.ts'
import type { DiagnosisCatalog } from './model/diagnosis-catalog.ts'
import type { TemplateCatalog } from './model/note-template.ts'
import type { OrderSet } from './model/order-set.ts'
import type { SpecialtyNotes } from './model/specialty-notes.ts'
import { addAllergy } from './operations/add-allergy.ts'
import { addReportedMedication } from './operations/add-reported-medication.ts'
import { addendNote } from './operations/addend-note.ts'
import { changeAllergy } from './operations/change-allergy.ts'
import { changeCondition } from './operations/change-condition.ts'
import { changeReportedMedication } from './operations/change-reported-medication.ts'
import { compareNoteVersions } from './operations/compare-note-versions.ts'
import { correctVital } from './operations/correct-vital.ts'
import { cosignNote } from './operations/cosign-note.ts'
import { getNote } from './operations/get-note.ts'
import { getNotePdf } from './operations/get-note-pdf.ts'
import { getPsychotherapyNote } from './operations/get-psychotherapy-note.ts'
import { listAllergies } from './operations/list-allergies.ts'
import { listConditions } from './operations/list-conditions.ts'
import { listNoteTemplates } from './operations/list-note-templates.ts'
import { listNoteVersions } from './operations/list-note-versions.ts'
import { listOrderSets } from './operations/list-order-sets.ts'
import { listPatientNotes } from './operations/list-patient-notes.ts'
import { listPatientVitals } from './operations/list-patient-vitals.ts'
import { listReportedMedications } from './operations/list-reported-medications.ts'
import { listTextMacros } from './operations/list-text-macros.ts'
import { listWaitingNotes } from './operations/list-waiting-notes.ts'
import { nameSupervisor } from './operations/name-supervisor.ts'
import { noKnownAllergies } from './operations/no-known-allergies.ts'
import { openNote } from './operations/open-note.ts'
import { putOrderSet } from './operations/put-order-set.ts'
import { putSharedTextMacro } from './operations/put-shared-text-macro.ts'
import { putTextMacro } from './operations/put-text-macro.ts'
import { removeSharedTextMacro } from './operations/remove-shared-text-macro.ts'
import { removeTextMacro } from './operations/remove-text-macro.ts'
import { saveNote } from './operations/save-note.ts'
import { savePsychotherapyNote } from './operations/save-psychotherapy-note.ts'
import { searchDiagnosisCodes } from './operations/search-diagnosis-codes.ts'
import { signNote } from './operations/sign-note.ts'
import { verifyNote } from './operations/verify-note.ts'
import { listRecordsOfVisits } from './store/records-of-visits.ts'
import type { DocumentationContext, DocumentationPorts } from './ports.ts'
import { documentationProvides, type DocumentationProvides } from './provides.ts'
import { onVisitEndedDraftNote } from './reactions/on-visit-ended-draft-note.ts'
import { notes } from './store/migrations/0001-notes.ts'
import { noteAids } from './store/migrations/0002-note-aids.ts'
import { vitalChanges } from './store/migrations/0004-vital-changes.ts'
import { counselingNotes } from './store/migrations/0300-counseling-notes.ts'
import { reportedMedications } from './store/migrations/0005-reported-medications.ts'
import { timesOfChange } from './store/migrations/0003-times-of-change.ts'

export { importDiagnoses } from './packs/import-diagnoses.ts'
export { importDiagnosisSynonyms } from './packs/import-diagnosis-synonyms.ts'
export type { DiagnosisCatalog } from './model/diagnosis-catalog.ts'
export type { TemplateCatalog } from './model/note-template.ts'
export type { DocumentationPorts } from './ports.ts'
export type { DocumentationProvides } from './provides.ts'
export { loadDiagnoses } from './packs/load-diagnoses.ts'
export { loadOrderSets } from './packs/load-order-sets.ts'
export { loadNoteTemplates } from './packs/load-note-templates.ts'

export interface DocumentationDeps {
  readonly database: Pick<Database, 'reader'>
  readonly ports: DocumentationPorts
  /** From loadNoteTemplates(). */
  readonly templates: TemplateCatalog
  /** From loadDiagnoses(). */
  readonly diagnoses: DiagnosisCatalog
  /** From loadSpecialtyPacks(), the same packs as in scheduling. */
  readonly specialties: SpecialtyNotes
  /** From loadOrderSets(). */
  readonly orderSets: readonly OrderSet[]
}

/** Clinical notes of visits, and the chart that follows from them. See README.md. */
export const createDocumentationDomain = ({
  database,
  ports,
  templates,
  diagnoses,
  specialties,
  orderSets,
}: DocumentationDeps): { module: DomainModule; provides: DocumentationProvides } => {
  const context: DocumentationContext = { ...ports, templates, diagnoses, specialties, orderSets }
  return {
    module: {
      name: 'documentation',
      accessReason: 'documentation',
      migrations: [notes, noteAids, timesOfChange, vitalChanges, reportedMedications, counselingNotes],
      operations: [
        listNoteTemplates,
        openNote,
        getNote,
        saveNote,
        listPatientNotes,
        listPatientVitals,
        listWaitingNotes,
        listNoteVersions,
        compareNoteVersions,
        signNote,
        cosignNote,
        nameSupervisor,
        addendNote,
        correctVital,
        verifyNote,
        getNotePdf,
        getPsychotherapyNote,
        savePsychotherapyNote,
        searchDiagnosisCodes,
        listTextMacros,
        putTextMacro,
        removeTextMacro,
        putSharedTextMacro,
        removeSharedTextMacro,
        listOrderSets,
        putOrderSet,
        listAllergies,
        addAllergy,
        noKnownAllergies,
        changeAllergy,
        listReportedMedications,
        addReportedMedication,
        changeReportedMedication,
        listConditions,
        changeCondition,
      ],
      ports: context,
      emits: emittedTypes(events),
      reactions: [onVisitEndedDraftNote],
      live: liveRules,
      recordsOfVisits: listRecordsOfVisits,
      jobs: [],
    },
    provides: documentationProvides(database, context),
  }
}
