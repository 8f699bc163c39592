import type { VisitElement } from './visit-element.ts'

/** An element that shows one patient: the interface that its parts use. */
export interface PatientElement extends VisitElement {
  readonly patientId: string
}
