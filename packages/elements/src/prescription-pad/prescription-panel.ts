import type { TemplateResult } from 'lit'
import type {
  FavoritePrescription,
  Medication,
  Pharmacy,
  Prescription,
  PrescriptionPattern,
  VisitClient,
} from '@visitkit/sdk'
import { DiagnosisSearch, type ChosenDiagnosis } from '../core/diagnosis-search.ts'
import { emit } from '../core/emit.ts'
import { findMedication } from '../core/find-medication.ts'
import { moveFocus } from '../core/focus.ts'
import type { Translate } from '../core/localize.ts'
import type { PatientElement } from '../core/patient-element.ts'
import type { PatientLabel } from '../core/patient-label.ts'
import { problemView } from '../core/problem-view.ts'
import { readVisitDiagnoses } from '../core/read-visit-diagnoses.ts'
import { SearchBox } from '../core/search-box.ts'
import { FavoritesPanel } from './favorites-panel.ts'
import type { PrescriptionFormTranslate } from './label-text.ts'
import { medicationChoices, type MedicationChoice } from './medication-choice.ts'
import {
  draftFromFavorite,
  draftFromPattern,
  validatePrescription,
  validateUnsaved,
  newDraft,
  type PrescriptionDraft,
} from './prescription-draft.ts'
import { prescriptionForm } from './prescription-form.ts'
import { prescriptionFormMessages } from './prescription-form.messages.ts'
import type { prescriptionPadEn } from './prescription-pad.en.ts'
import { PrescriptionWriter } from './prescription-writer.ts'
import { signQuestion } from './sign-question.ts'

/** The element of the panel. */
interface PrescriptionHost extends PatientElement {
  readonly visitId: string | undefined
  /** Of the note; undefined if they are not known. */
  readonly diagnoses: readonly ChosenDiagnosis[] | undefined
  /** What to begin with. */
  readonly pattern: PrescriptionPattern | undefined
  /** The pharmacy of the patient's latest prescription. */
  readonly latestPharmacy: Pharmacy | null
}

/**
 * Writes and signs a prescription: the searches, the form, and the confirmation before it is sent. A separate module, which the list does
 * not wait for.
 */
export class PrescriptionPanel {
  readonly writer: PrescriptionWriter
  readonly #host: PrescriptionHost
  readonly #client: () => VisitClient | null
  readonly #words: Translate<typeof prescriptionPadEn>
  readonly #t: PrescriptionFormTranslate
  readonly #stored: () => void
  readonly #left: () => void
  readonly #medicines: SearchBox<MedicationChoice>
  readonly #diagnoses: DiagnosisSearch
  #offered: Promise<readonly ChosenDiagnosis[]> = Promise.resolve([])
  /** Until the favorites are here: what is typed before waits for them. */
  #loading: Promise<void> = Promise.resolve()
  #offeredNow: readonly ChosenDiagnosis[] = []
  readonly #pharmacies: SearchBox<Pharmacy>
  readonly #favorites: FavoritesPanel
  #usual: readonly Medication[] = []
  /** The favorite with which the form started. */
  #begunWith: FavoritePrescription | null = null

  /** @param stored - Called when the server has a change for the list.
   *  @param left - Called when the form is closed. */
  constructor(
    host: PrescriptionHost,
    padTexts: Translate<typeof prescriptionPadEn>,
    client: () => VisitClient | null,
    stored: () => void,
    left: () => void,
  ) {
    this.#host = host
    this.#words = padTexts
    this.#client = client
    this.#stored = stored
    this.#left = left
    this.writer = new PrescriptionWriter(host)
    this.#t = host.language.bundle(prescriptionFormMessages)
    this.#favorites = new FavoritesPanel(host, this.#t, padTexts, client)
    this.#medicines = new SearchBox<MedicationChoice>(host, {
      find: async (search, signal) => {
        const [found] = await Promise.all([client()?.medications.search({ search }, { signal }), this.#loading])
        return medicationChoices(this.#favorites.favorites.matching(search), found?.items ?? [])
      },
      offered: () => medicationChoices(this.#favorites.favorites.items, this.#usual),
      isRefused: ({ favorite }) => favorite?.unusable !== undefined,
      picked: ({ favorite, medication }) => void (favorite ? this.#use(favorite) : this.#begin(newDraft(medication))),
    })
    this.#diagnoses = new DiagnosisSearch(host, {
      find: (search, signal) => client()?.notes.diagnosisCodes({ search }, { signal }),
      offered: () => this.#offeredNow,
      picked: ({ code }) => this.writer.change({ diagnosisCode: code }),
    })
    this.#pharmacies = new SearchBox<Pharmacy>(host, {
      find: async (search, signal) => (await client()?.pharmacies.search({ search }, { signal }))?.items ?? [],
      picked: (pharmacy) => this.writer.change({ pharmacy }),
    })
    host.language.refresh()
  }

  async open(stored: Prescription | null): Promise<void> {
    const client = this.#client()
    this.writer.open(stored)
    await moveFocus(this.#host, stored ? '#form' : '#medicine')
    if (client && stored) return this.writer.readKnowledge(client, this.#host.patientId)
    if (!client) return
    this.#offered = this.#readOffered(client)
    if (this.#host.pattern) void this.#beginWith(client, this.#host.pattern)
    this.#loading = this.#favorites.favorites.load(client)
    const [usual] = await Promise.all([
      this.#usual.length > 0
        ? this.#usual
        : client.medications.usual().then(
            ({ items }) => items,
            () => [],
          ),
      this.#loading,
    ])
    this.#usual = usual
    if (this.#host.renderRoot.querySelector('#medicine:focus')) this.#medicines.showOffered()
  }

  async #readOffered(client: VisitClient): Promise<readonly ChosenDiagnosis[]> {
    const { patientId, visitId, diagnoses } = this.#host
    this.#offeredNow = diagnoses ?? (visitId ? await readVisitDiagnoses(client, patientId, visitId) : [])
    return this.#offeredNow
  }

  /** Does nothing if the medication is not in the set. */
  async #beginWith(client: VisitClient, pattern: PrescriptionPattern): Promise<void> {
    const medication = await findMedication(client, pattern.rxcui).catch(() => undefined)
    if (medication && this.writer.isOpen && !this.writer.draft) await this.#begin(draftFromPattern(medication, pattern))
  }

  /** Closes the form. */
  close(): void {
    this.writer.close()
    this.#favorites.close()
    this.#begunWith = null
    this.#medicines.clear()
    this.#diagnoses.clear()
    this.#pharmacies.clear()
  }

  /** Clears all data. */
  reset(): void {
    this.close()
    this.#favorites.favorites.reset()
    this.#usual = []
  }

  async #use(favorite: FavoritePrescription): Promise<void> {
    const begun = this.#begin(draftFromFavorite(favorite))
    this.#begunWith = favorite
    await begun
  }

  async #begin(begun: PrescriptionDraft): Promise<void> {
    const client = this.#client()
    if (!client) return
    this.#begunWith = null
    this.#favorites.close()
    const chosen = this.writer.choose(client, this.#host.patientId, begun, this.#host.latestPharmacy)
    await moveFocus(this.#host, '#dose')
    // The only diagnosis of the note is the one that the medicine is for.
    const [only, ...others] = await this.#offered
    if (only && others.length === 0 && !this.writer.draft?.diagnosisCode)
      this.writer.change({ diagnosisCode: only.code })
    await chosen
    const count = this.writer.draft?.alerts.length ?? 0
    if (count > 0) this.#host.announce(this.#t('alerts', { count }))
  }

  /** Moves the focus to the first faulty field; returns false when there is none. */
  async #stoppedByFault(validate = validatePrescription): Promise<boolean> {
    const { draft } = this.writer
    const [first] = draft ? validate(draft) : []
    this.writer.showsFaults = first !== undefined
    this.#host.requestUpdate()
    if (first) await moveFocus(this.#host, `[id="${first}"]`)
    return first !== undefined
  }

  async #save(client: VisitClient): Promise<Prescription | undefined> {
    const saved = await this.writer.save(client, this.#host.patientId, this.#host.visitId)
    if (saved) this.#stored()
    return saved
  }

  async #ask(): Promise<void> {
    const client = this.#client()
    if (!client) return
    // Pressed before the check ended: what it finds has to be answered, and the pharmacy comes with it.
    if (this.writer.choosing) await this.writer.choosing
    if (await this.#stoppedByFault(validateUnsaved)) return
    const saved = await this.#save(client)
    if (!saved || (await this.#stoppedByFault())) return
    this.writer.askToSign(saved)
    await moveFocus(this.#host, '#sign-question')
  }

  async #keep(): Promise<void> {
    const client = this.#client()
    if (this.writer.choosing) await this.writer.choosing
    const { draft } = this.writer
    if (!client || !draft) return
    if (this.#lacksNumber(draft)) return void (await this.#stoppedByFault())
    if (!(await this.#save(client))) return
    await this.#leave()
    this.#host.announce(this.#words('draftDone'))
  }

  /** A favorite may lack a reason or a pharmacy, but not a number. */
  #lacksNumber(draft: PrescriptionDraft): boolean {
    return validatePrescription(draft).some((field) => field !== 'pharmacy' && !field.startsWith('reason-'))
  }

  async #askFavorite(): Promise<void> {
    const { draft } = this.writer
    if (!draft) return
    if (this.#lacksNumber(draft)) return void (await this.#stoppedByFault())
    await this.#favorites.askToCreate(this.#begunWith?.name ?? '')
  }

  async #sign(): Promise<void> {
    const client = this.#client()
    if (!client) return
    const signed = await this.writer.sign(client)
    if (!signed) return
    this.#stored()
    emit(this.#host, 'visit-prescription-signed', { prescriptionId: signed.id, patientId: signed.patientId })
    await this.#leave()
    this.#host.announce(this.#words('signedDone', { pharmacy: signed.pharmacy?.name ?? '' }))
  }

  async #leave(): Promise<void> {
    this.writer.close()
    this.#left()
    await moveFocus(this.#host, '#new')
  }

  /** @param patient - The patient, named again where the prescription is signed. */
  render(patient: PatientLabel): TemplateResult {
    const { writer } = this
    const [t, { format }] = [this.#t, this.#host]
    const problem = writer.problem ? problemView(this.#host, writer.problem, { texts: this.#words }) : null
    if (writer.awaitingSignature)
      return signQuestion({
        t,
        format,
        writer,
        who: patient.render(),
        problem,
        onSign: () => void this.#sign(),
        onBack: () => {
          writer.backToForm()
          void moveFocus(this.#host, '#form')
        },
      })
    return prescriptionForm({
      heading: this.#words('newOne'),
      t,
      format,
      writer,
      medications: this.#medicines,
      diagnoses: this.#diagnoses,
      pharmacies: this.#pharmacies,
      favorites: this.#favorites.renderList((favorite) => void this.#use(favorite)),
      createFavorite: this.#favorites.renderCreate(writer.draft),
      problem,
      onFavorites: () => this.#favorites.favorites.toggle(),
      onCreateFavorite: () => void this.#askFavorite(),
      onClearMedication: () => {
        writer.clearMedication()
        this.#favorites.close()
        void moveFocus(this.#host, '#medicine')
      },
      onSign: () => void this.#ask(),
      onSave: () => void this.#keep(),
      onClose: () => void this.#leave(),
    })
  }
}
