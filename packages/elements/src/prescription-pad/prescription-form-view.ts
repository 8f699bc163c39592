import type { Pharmacy } from '@visitkit/sdk'
import type { DiagnosisSearch } from '../core/diagnosis-search.ts'
import type { Formatter } from '../core/format.ts'
import type { SearchBox } from '../core/search-box.ts'
import type { PrescriptionFormTranslate } from './label-text.ts'
import type { MedicationChoice } from './medication-choice.ts'
import type { PrescriptionWriter } from './prescription-writer.ts'

/** What the fields of a prescription need, whether it is for a patient or for an order set. */
export interface PrescriptionFieldsView {
  readonly t: PrescriptionFormTranslate
  readonly format: Formatter
  readonly writer: Pick<PrescriptionWriter, 'change'>
}

/** What the form of one prescription shows, and what it reports. */
export interface PrescriptionFormView extends PrescriptionFieldsView {
  readonly heading: string
  readonly writer: PrescriptionWriter
  readonly medications: SearchBox<MedicationChoice>
  readonly diagnoses: DiagnosisSearch
  readonly pharmacies: SearchBox<Pharmacy>
  /** The rendered favorites; null while they are closed. */
  readonly favorites: unknown
  /** The rendered question for the name of a favorite. */
  readonly createFavorite: unknown
  /** A problem, shown above the buttons. */
  readonly problem: unknown
  readonly onFavorites: () => void
  readonly onCreateFavorite: () => void
  readonly onClearMedication: () => void
  readonly onSign: () => void
  readonly onSave: () => void
  readonly onClose: () => void
}
