import type { VisitElement } from './visit-element.ts'

/** An element that shows one patient. What its parts ask of it, so that they need not know the whole class. */
export interface PatientElement extends VisitElement {
  readonly patientId: string
}
